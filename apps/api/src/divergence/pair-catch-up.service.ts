import { Injectable } from '@nestjs/common';
import { methodVersion } from '@plumbline/shared/divergence/pair/frozen-pair';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { AuditTasksService } from './audit-tasks.service.js';
import type { CaughtUp } from './detector-task.js';
import { DetectorThreads } from './detector-threads.js';
import { FindingsService } from './findings.service.js';
import { bandOf, pairSettingOf } from './pair-setting-of.js';
import { PairWatchQueries, type KnownPair, type PairToSee } from './pair-watch.queries.js';
import { RunChecksService } from './run-checks.service.js';
import { thinSnapshots } from './thin-snapshots.js';
import { WatchedPairQueries, type WatchedPair } from './watched-pair.queries.js';

const dayMs = 86_400_000;
/** How often a pair is looked at though nothing came: an audit may be late by now. */
const lookAgainMs = 6 * 3_600_000;

/** Where the detector goes on from. */
interface Start {
  state: Uint8Array | null;
  since: { from: string } | { after: string };
  /** What was said from this moment on is said again; null when nothing is. */
  again: string | null;
  seenTo: string | null;
}

/** Lets the detector catch up with one pair. All of it is one transaction: a process that dies leaves the mark. */
@Injectable()
export class PairCatchUpService {
  constructor(
    private readonly database: Database,
    private readonly queries: PairWatchQueries,
    private readonly pairs: WatchedPairQueries,
    private readonly threads: DetectorThreads,
    private readonly findings: FindingsService,
    private readonly runs: RunChecksService,
    private readonly audits: AuditTasksService,
    private readonly clock: Clock,
  ) {}

  /** Does nothing when another process is at it, or the pair is no longer watched. */
  async catchUp(which: PairToSee): Promise<void> {
    await this.database.transaction(async () => {
      if (!(await this.queries.hold(which))) return;
      const change = await this.queries.change(which);
      const pair = await this.pairs.pair(which.workspaceId, which.pairId);
      if (pair?.axis === 'time') await this.overTime(which, pair, change?.from ?? 'infinity');
      else if (pair) await this.runs.checkAll(which, pair);
      if (change) await this.queries.done(which, change.changes);
    });
  }

  private async overTime(which: PairToSee, pair: WatchedPair, changedFrom: string): Promise<void> {
    const start = await this.startOf(which, pair, changedFrom, await this.queries.known(which));
    const now = this.clock.now();
    const proxy = await this.pairs.values(pair, pair.proxy.metricId, start.since);
    const intent = await this.pairs.values(pair, pair.intent.metricId, start.since);
    const changedAt = await this.queries.definitionChanges(which);
    const caught = await this.threads.run({
      kind: 'catch_up',
      setting: pairSettingOf(pair),
      bands: { proxy: bandOf(pair.proxy), intent: bandOf(pair.intent) },
      state: start.state,
      proxy: proxy.json,
      intent: intent.json,
      changedAt: changedAt.map((at) => at / dayMs),
      now: now.getTime() / dayMs,
    });
    if (start.again !== null) await this.queries.forget(which, start.again);
    await this.keep(which, caught, { now, seenTo: latest(proxy.last, intent.last) ?? start.seenTo });
    await this.findings.take(pair, caught.outputs, start.again);
    await this.audits.follow(pair, caught.standing);
  }

  private async startOf(
    which: PairToSee,
    pair: WatchedPair,
    changedFrom: string,
    known: KnownPair | null,
  ): Promise<Start> {
    const beginning = pair.referenceFromOn ? `${pair.referenceFromOn} 00:00:00+00` : '-infinity';
    const anew: Start = { state: null, since: { from: beginning }, again: '-infinity', seenTo: null };
    if (!known?.state || known.methodVersion !== methodVersion || changedFrom === '-infinity') return anew;
    const { state, seenTo } = known;
    if (seenTo === null || (await this.queries.isLater(changedFrom, seenTo)))
      return { state, since: seenTo === null ? anew.since : { after: seenTo }, again: null, seenTo };
    const snapshot = await this.queries.snapshotBefore(which, changedFrom);
    if (!snapshot) return anew;
    const from = `${snapshot.beforeOn} 00:00:00+00`;
    return { state: snapshot.state, since: { from }, again: from, seenTo };
  }

  private async keep(
    which: PairToSee,
    caught: CaughtUp,
    { now, seenTo }: { now: Date; seenTo: string | null },
  ): Promise<void> {
    const kept = await this.queries.snapshotDays(which);
    const days = [...new Set([...kept, ...caught.snapshots.map(({ beforeDay }) => beforeDay)])];
    const reached = Math.floor(seenTo === null ? now.getTime() / dayMs : Date.parse(seenTo) / dayMs);
    await this.queries.keepSnapshots(which, caught.snapshots, thinSnapshots(days, reached));
    await this.queries.keepEstimates(
      which,
      caught.outputs.filter((one) => one.type === 'estimate'),
    );
    await this.queries.keep(which, {
      methodVersion,
      state: caught.state,
      seenTo,
      standing: caught.standing,
      settle: caught.settle,
      caughtUpAt: now,
      lookAgainAt: new Date(now.getTime() + lookAgainMs),
    });
    await this.queries.stand(which, caught.standing.standing);
  }
}

/** The later of two moments as PostgreSQL writes them, in UTC. */
function latest(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return Date.parse(one) === Date.parse(other)
    ? one > other
      ? one
      : other
    : Date.parse(one) > Date.parse(other)
      ? one
      : other;
}
