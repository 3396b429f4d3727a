import { Injectable } from '@nestjs/common';
import type { Finding } from '@plumbline/shared/contract/divergence';
import { methodVersion } from '@plumbline/shared/divergence/pair/frozen-pair';
import type { PairAlarm, PairEstimate, PairOutput } from '@plumbline/shared/divergence/pair/pair-output';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Clock } from '../platform/clock.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { detectorCaller } from './detector-caller.js';
import { FindingsQueries, type NewFinding } from './findings.queries.js';
import type { WatchedPair } from './watched-pair.queries.js';

const dayMs = 86_400_000;
const moment = (t: number): Date => new Date(Math.round(t * dayMs));
/** Run again with late values, an alarm within this time of the old one is the same alarm; in milliseconds. */
const sameAlarm = 28 * dayMs;

/** What a person said about an alarm, through its incident. */
export interface Verdict {
  verdict: 'accepted' | 'declined';
  reason: string | null;
}

/** Alarms: raised by the detector, taken up by incidents, judged by people. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly queries: FindingsQueries,
    private readonly activity: ActivityService,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps what the detector said of a pair.
   * @param again what was said from this moment on has been said anew; null when everything is new
   */
  async take(pair: WatchedPair, outputs: readonly PairOutput[], again: string | null): Promise<void> {
    const before = again === null ? [] : await this.queries.from(pair.workspaceId, pair.id, again);
    let estimate: PairEstimate | null = null;
    for (const output of outputs) {
      if (output.type === 'estimate') estimate = output;
      else if (output.type === 'mode')
        await this.queries.sayMode(pair.workspaceId, pair.id, { ...output, at: moment(output.t) });
      else {
        const at = moment(output.t).getTime();
        const old = before.findIndex((one) => Math.abs(one.at.getTime() - at) <= sameAlarm);
        const known = old < 0 ? null : before.splice(old, 1)[0]!;
        await this.raise(findingOf(pair, output, estimate!, known?.id ?? newId()), known !== null);
      }
    }
    for (const { id, taken } of before)
      await this.queries.withdraw(pair.workspaceId, id, taken, this.clock.now());
  }

  /** Stores an alarm, new or said again; a new one is told to whoever takes alarms up. */
  async raise(finding: NewFinding, known: boolean): Promise<void> {
    if (known) return this.queries.restate(finding);
    await this.queries.insert(finding, this.clock.now());
    await this.activity.record(detectorCaller(finding.workspaceId), {
      verb: 'divergence.raised',
      subjectKind: 'finding',
      subjectId: finding.id,
      payload: {
        pairId: finding.pairId,
        at: finding.at.toISOString(),
        onset: finding.onset.at,
        mode: finding.mode,
        probability: finding.pDiverged,
      },
    });
    this.jobs.tell('findings.raised');
  }

  /** Alarms that wait for an incident, held until the transaction ends. */
  async waiting(limit: number): Promise<{ workspaceId: string; finding: Finding }[]> {
    const rows = await this.queries.waiting(limit);
    const found: { workspaceId: string; finding: Finding }[] = [];
    for (const { workspaceId, id } of rows)
      found.push({ workspaceId, finding: (await this.queries.byId(workspaceId, id))! });
    return found;
  }

  async takeUp(workspaceId: string, id: string, incidentId: string): Promise<void> {
    await this.queries.takeUp(workspaceId, id, incidentId, this.clock.now());
  }

  /** Accepting or declining an incident is a person's verdict on the alarms it took up; null takes it back. */
  async judge(caller: MemberCaller, incidentId: string, verdict: Verdict | null): Promise<void> {
    const said = verdict && { ...verdict, byName: caller.actor.name, byId: caller.actor.id };
    await this.queries.judge(caller.workspaceId, incidentId, said, this.clock.now());
  }
}

function findingOf(pair: WatchedPair, alarm: PairAlarm, estimate: PairEstimate, id: string): NewFinding {
  return {
    workspaceId: pair.workspaceId,
    id,
    pairId: pair.id,
    runId: null,
    axis: 'time',
    at: moment(alarm.t),
    onset: { at: moment(alarm.onset), low: moment(alarm.onsetLo), high: moment(alarm.onsetHi) },
    gap: { value: estimate.gap, low: estimate.lo, high: estimate.hi },
    pDiverged: estimate.pDiverged,
    score: estimate.score,
    threshold: estimate.threshold,
    mode: alarm.mode,
    modeProbability: alarm.modeProbability,
    evidence: alarm.evidence,
    methodVersion,
  };
}
