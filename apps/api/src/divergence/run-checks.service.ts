import { Injectable } from '@nestjs/common';
import { methodVersion } from '@plumbline/shared/divergence/pair/frozen-pair';
import type { Ladder } from '@plumbline/shared/divergence/pair/ladder';
import type { RunCheck } from '@plumbline/shared/divergence/run/run-check';
import { v7 as newId } from 'uuid';
import { Clock } from '../platform/clock.js';
import { DetectorThreads } from './detector-threads.js';
import { FindingsQueries } from './findings.queries.js';
import { FindingsService } from './findings.service.js';
import { kindOf } from './pair-setting-of.js';
import { PairWatchQueries, type PairToSee } from './pair-watch.queries.js';
import { RunChecksQueries, type RunToCheck } from './run-checks.queries.js';
import type { WatchedPair } from './watched-pair.queries.js';

/** Older runs than these stay as they were last seen. */
const mostRuns = 20;
const dayMs = 86_400_000;

/** Pairs over steps or KL: each of their runs is checked as it grows. */
@Injectable()
export class RunChecksService {
  constructor(
    private readonly queries: RunChecksQueries,
    private readonly watch: PairWatchQueries,
    private readonly threads: DetectorThreads,
    private readonly findings: FindingsService,
    private readonly found: FindingsQueries,
    private readonly clock: Clock,
  ) {}

  /** Checks the runs of a pair that have grown since the last look. */
  async checkAll(which: PairToSee, pair: WatchedPair): Promise<void> {
    const runs = await this.queries.runs(pair, mostRuns);
    for (const run of runs) if (run.rows !== run.rowsSeen) await this.check(pair, run);
    const now = this.clock.now();
    const [newest] = await this.queries.checks(pair.workspaceId, pair.id);
    const standing = standingOf(newest?.result ?? null);
    await this.watch.keep(which, {
      methodVersion,
      state: null,
      seenTo: null,
      standing,
      settle: null,
      caughtUpAt: now,
      lookAgainAt: new Date(now.getTime() + 365 * dayMs),
    });
    await this.watch.stand(which, standing.standing);
  }

  private async check(pair: WatchedPair, run: RunToCheck): Promise<void> {
    const rows = await this.queries.rows(pair, run.runId);
    const check = await this.threads.run({
      kind: 'check_run',
      input: {
        axis: pair.axis,
        proxy: kindOf(pair.proxy),
        intent: kindOf(pair.intent),
        rows,
        live: !run.ended,
      },
    });
    const now = this.clock.now();
    await this.queries.keep(pair, run, check, now);
    const known = await this.found.ofRun(pair.workspaceId, pair.id, run.runId);
    const { onset, turningPoint } = check;
    const place = turningPoint ?? onset;
    if ((check.verdict !== 'reversed' && check.verdict !== 'decoupled') || place === null) {
      // An alarm of a live run stands until the run has ended and says otherwise.
      if (known && run.ended) await this.found.withdraw(pair.workspaceId, known.id, known.taken, now);
      return;
    }
    await this.findings.raise(
      {
        workspaceId: pair.workspaceId,
        id: known?.id ?? newId(),
        pairId: pair.id,
        runId: run.runId,
        axis: pair.axis,
        at: now,
        onset: { at: place.at, low: place.lo, high: place.hi },
        gap: lossOf(check, pair),
        pDiverged: check.pDiverged,
        score: null,
        threshold: null,
        mode: 'undetermined',
        modeProbability: 0,
        evidence: [check.sentence],
        methodVersion,
      },
      known !== null,
    );
  }
}

/** What the intent lost since, positive is worse, in its own units. */
function lossOf(
  { change }: RunCheck,
  { intent }: WatchedPair,
): { value: number; low: number; high: number } | null {
  if (!change) return null;
  const { value, lo, hi } = change.intent;
  return intent.direction === 'lower_better'
    ? { value, low: lo, high: hi }
    : { value: -value, low: -hi, high: -lo };
}

function standingOf(check: RunCheck | null): Ladder {
  const audits = check?.evaluations ?? 0;
  const facts = { audits, auditsNeeded: 4, alarmsFrom: null };
  if (!check) return { standing: 'no_data', ...facts, sentence: 'No run has values of both halves yet.' };
  const standing =
    check.verdict === 'aligned' ? 'quiet' : check.verdict === 'cannot_tell' ? 'learning' : 'diverged';
  return { standing, ...facts, sentence: check.sentence };
}
