import { Injectable } from '@nestjs/common';
import type { BackTest, BackTested, NewPairMark, PairMark } from '@plumbline/shared/contract/divergence';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { HeldOut } from '../metrics/held-out.js';
import { ChangedPairs } from '../metrics/changed-pairs.js';
import { PairsService } from '../metrics/pairs.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { notFound, Problem } from '../platform/problem/problem.js';
import type { CaughtUp } from './detector-task.js';
import { DetectorThreads } from './detector-threads.js';
import { DivergenceQueries } from './divergence.queries.js';
import { bandOf, pairSettingOf } from './pair-setting-of.js';
import { PairWatchQueries } from './pair-watch.queries.js';
import { WatchedPairQueries } from './watched-pair.queries.js';

const dayMs = 86_400_000;
const iso = (t: number): string => new Date(Math.round(t * dayMs)).toISOString();

/** What owners do with the detector: try another rate, say what happened. */
@Injectable()
export class PairTrialsService {
  constructor(
    private readonly database: Database,
    private readonly pairs: PairsService,
    private readonly changes: ChangedPairs,
    private readonly queries: DivergenceQueries,
    private readonly watch: PairWatchQueries,
    private readonly watched: WatchedPairQueries,
    private readonly threads: DetectorThreads,
    private readonly heldOut: HeldOut,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** Runs the stored history with another rate. Nothing is stored. @throws Problem 403, 404, 409 */
  async backTest(caller: MemberCaller, id: string, trial: BackTest): Promise<BackTested> {
    const pair = await this.pairs.find(caller, id);
    await this.heldOut.read(caller, [pair.proxy, pair.intent]);
    if (pair.axis !== 'time')
      throw new Problem('conflict/state', 'Only pairs over time have an alarm rate to try out.');
    const { outputs, standing } = await this.replay(caller.workspaceId, id, trial);
    const alarms = outputs.filter((one) => one.type === 'alarm');
    const last = outputs.findLast((one) => one.type === 'estimate');
    return {
      falseAlarmsPerYear: trial.falseAlarmsPerYear,
      alarms: alarms.map((alarm) => ({
        at: iso(alarm.t),
        onsetAt: iso(alarm.onset),
        onsetLowAt: iso(alarm.onsetLo),
        onsetHighAt: iso(alarm.onsetHi),
        mode: alarm.mode,
        modeProbability: alarm.modeProbability,
      })),
      audits: standing.audits,
      threshold: last?.threshold ?? null,
      sentence: sentenceOf(alarms.length, standing.audits, trial.falseAlarmsPerYear),
    };
  }

  /** Everything the detector says of the stored history, from its beginning. @throws Problem 409 for a draft */
  async replay(workspaceId: string, id: string, trial: Partial<BackTest> = {}): Promise<CaughtUp> {
    const pair = await this.watched.pair(workspaceId, id);
    if (!pair) throw new Problem('conflict/state', 'Activate the pair first: nothing has watched it yet.');
    const since = { from: pair.referenceFromOn ? `${pair.referenceFromOn} 00:00:00+00` : '-infinity' };
    const proxy = await this.watched.values(pair, pair.proxy.metricId, since);
    const intent = await this.watched.values(pair, pair.intent.metricId, since);
    const changedAt = await this.watch.definitionChanges({ workspaceId, pairId: id });
    const setting = pairSettingOf(pair, trial.falseAlarmsPerYear);
    return this.threads.run({
      kind: 'catch_up',
      setting:
        trial.referenceDays === undefined ? setting : { ...setting, referenceDays: trial.referenceDays },
      bands: { proxy: bandOf(pair.proxy), intent: bandOf(pair.intent) },
      state: null,
      proxy: proxy.json,
      intent: intent.json,
      changedAt: changedAt.map((at) => at / dayMs),
      now: this.clock.now().getTime() / dayMs,
    });
  }

  /** Says what happened. From a changed definition on, the relation is learned anew. @throws Problem 404 */
  async mark(caller: MemberCaller, id: string, mark: NewPairMark): Promise<PairMark> {
    return this.database.transaction(async () => {
      const pair = await this.pairs.find(caller, id);
      const now = this.clock.now();
      const markId = newId();
      const { kind, at, label } = mark;
      await this.queries.mark(caller.workspaceId, id, {
        ...mark,
        id: markId,
        byName: caller.actor.name,
        byId: caller.actor.id,
        now,
      });
      if (kind === 'definition_changed' && pair.activatedAt)
        await this.changes.markPair(caller.workspaceId, id, new Date(at), now);
      await this.record(caller, id, 'pair.marked', { markId, after: mark });
      return { id: markId, kind, at, label, createdBy: caller.actor.name, createdAt: now.toISOString() };
    });
  }

  /** Takes a mark away; what was said since is said anew. @throws Problem 404 */
  async unmark(caller: MemberCaller, id: string, markId: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.pairs.find(caller, id);
      const now = this.clock.now();
      const mark = await this.queries.unmark(caller.workspaceId, id, markId, now);
      if (!mark) throw notFound('mark');
      if (mark.kind === 'definition_changed')
        await this.changes.markPair(caller.workspaceId, id, mark.at, now);
      await this.record(caller, id, 'pair.unmarked', { markId, before: mark });
    });
  }

  private async record(
    caller: MemberCaller,
    pairId: string,
    verb: string,
    payload: Record<string, unknown>,
  ): Promise<void> {
    await this.activity.record(caller, { verb, subjectKind: 'pair', subjectId: pairId, payload });
  }
}

function sentenceOf(alarms: number, audits: number, rate: number): string {
  const count = alarms === 0 ? 'No alarm' : alarms === 1 ? 'One alarm' : `${alarms} alarms`;
  return `${count} in ${audits} audits at ${rate} false alarm${rate === 1 ? '' : 's'} a year.`;
}
