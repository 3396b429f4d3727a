import { Injectable } from '@nestjs/common';
import type {
  DetectorScore,
  Finding,
  LeaguePair,
  PairDivergence,
} from '@plumbline/shared/contract/divergence';
import type { DivergenceQuery } from '@plumbline/shared/contract/divergence-routes';
import { lookFirst } from '@plumbline/shared/divergence/look-first';
import { isoTimes } from '../platform/database/iso-times.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { pageFrom, readCursor } from '../platform/endpoint/cursor.js';
import { HeldOut } from '../metrics/held-out.js';
import { PairsService } from '../metrics/pairs.service.js';
import { DivergenceQueries, type LeagueRow } from './divergence.queries.js';
import { FindingsQueries } from './findings.queries.js';
import { MovedWithQueries } from './moved-with.queries.js';
import { RunChecksQueries } from './run-checks.queries.js';

const dayMs = 86_400_000;
/** So many audits or more settle nothing that anybody would wait for. */
const mostAudits = 12;
const firstAreWorst = ['diverged', 'overdue', 'no_data', 'learning', 'quiet'] as const;

/** What the detector knows, for people and keys that may see it. */
@Injectable()
export class DivergenceService {
  constructor(
    private readonly pairs: PairsService,
    private readonly queries: DivergenceQueries,
    private readonly findings: FindingsQueries,
    private readonly runs: RunChecksQueries,
    private readonly movedWith: MovedWithQueries,
    private readonly heldOut: HeldOut,
  ) {}

  /** @throws Problem 403 for a key without sight of held-out metrics, 404 */
  async ofPair(caller: MemberCaller, id: string): Promise<PairDivergence> {
    const pair = await this.pairs.find(caller, id);
    await this.heldOut.read(caller, [pair.proxy, pair.intent]);
    const { workspaceId } = caller;
    const [known, estimates, findings, marks, releases, runs] = await Promise.all([
      this.queries.standing(workspaceId, id),
      this.queries.estimates(workspaceId, id),
      this.findings.ofPair(workspaceId, id),
      this.queries.marks(workspaceId, id),
      this.queries.releases(workspaceId, pair.systemId),
      this.runs.checks(workspaceId, id),
    ]);
    const { standing } = known;
    const onset = findings.find(({ withdrawnAt }) => withdrawnAt === null)?.onsetAt ?? null;
    const seesAll = caller.scopes === null || caller.scopes.includes('observations:read-held-out');
    return {
      pairId: id,
      state: pair.state,
      sentence: standing?.sentence ?? sentenceOf(pair.state),
      audits: standing?.audits ?? 0,
      auditsNeeded: standing?.auditsNeeded ?? 12,
      alarmsFromOn: dayOf(standing?.alarmsFrom ?? null),
      settle: known.settle && known.settle.audits < mostAudits ? known.settle.sentence : null,
      falseAlarmsPerYear: pair.falseAlarmsPerYear,
      caughtUpAt: known.caughtUpAt?.toISOString() ?? null,
      behindSince: known.behindSince?.toISOString() ?? null,
      methodVersion: known.methodVersion,
      estimates,
      findings,
      marks,
      releases,
      runs: runs.map(({ runId, run, checkedAt, result }) => ({
        runId,
        run,
        checkedAt: checkedAt.toISOString(),
        verdict: result.verdict,
        pDiverged: result.pDiverged,
        onset: result.onset,
        turningPoint: result.turningPoint,
        evaluations: result.evaluations,
        sentence: result.sentence,
      })),
      moved:
        onset === null
          ? []
          : await this.movedWith.since(workspaceId, id, { onset: new Date(onset), heldOut: seesAll }),
    };
  }

  /** What was found, the newest first. Keys that may not see held-out metrics do not see what is said of them. */
  async list(
    caller: MemberCaller,
    { verdict, limit, cursor }: DivergenceQuery,
  ): Promise<{ items: Finding[]; next: string | null }> {
    const after = readCursor(cursor, 2);
    const hidden = await this.hidden(caller);
    const rows = await this.findings.list(
      caller.workspaceId,
      { verdict: verdict ?? null, limit, hidden },
      after,
    );
    return pageFrom(rows, limit, (row) => [row.raisedAt, row.id]);
  }

  /** Watched pairs, those to look at first on top: named ones, then by state, then by evidence. */
  async league(caller: MemberCaller): Promise<LeaguePair[]> {
    const hidden = new Set(await this.hidden(caller));
    const rows = (await this.queries.league(caller.workspaceId)).filter(({ pairId }) => !hidden.has(pairId));
    const first = lookFirst(
      rows.map(({ score, audits, threshold }) => ({ score: threshold === null ? null : score, audits })),
    );
    const found = new Map(
      await Promise.all(
        rows
          .flatMap(({ findingId }) => findingId ?? [])
          .map(async (id) => [id, await this.findings.byId(caller.workspaceId, id)] as const),
      ),
    );
    return rows
      .map((row, place) => ({ row, first: first[place]! }))
      .sort((one, other) => rank(one) - rank(other) || (other.row.score ?? -99) - (one.row.score ?? -99))
      .map(({ row, first: lookFirstNow }) => {
        const { audits: _, heldOut: __, findingId, sentence, ...rest } = isoTimes(row);
        return {
          ...rest,
          sentence: sentence ?? sentenceOf(row.state),
          lookFirst: lookFirstNow,
          finding: findingId === null ? null : (found.get(findingId) ?? null),
        };
      });
  }

  async score(caller: MemberCaller): Promise<DetectorScore> {
    const score = await this.queries.score(caller.workspaceId);
    const judged = score.accepted + score.falseAlarms;
    return { ...score, precision: judged === 0 ? null : score.accepted / judged };
  }

  /** Pairs whose values this caller may not read. */
  private async hidden({ workspaceId, scopes }: MemberCaller): Promise<string[]> {
    if (scopes === null || scopes.includes('observations:read-held-out')) return [];
    return (await this.queries.league(workspaceId)).flatMap(({ pairId, heldOut }) =>
      heldOut ? [pairId] : [],
    );
  }
}

function rank({ row, first }: { row: LeagueRow; first: boolean }): number {
  return (first ? 0 : 10) + firstAreWorst.indexOf(row.state);
}

function dayOf(days: number | null): string | null {
  return days === null || !Number.isFinite(days) ? null : new Date(days * dayMs).toISOString().slice(0, 10);
}

function sentenceOf(state: string): string {
  if (state === 'draft') return 'A draft: nothing watches it yet.';
  return state === 'no_data' ? 'One half has no values yet.' : 'The detector has not looked yet.';
}
