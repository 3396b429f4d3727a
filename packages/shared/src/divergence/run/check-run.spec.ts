import fc from 'fast-check';
import { seededRandom } from '../numeric/seeded-random.js';
import { checkRun } from './check-run.js';
import type { RunInput, RunRow, SeriesKind } from './run-input.js';

const score: SeriesKind = { direction: 'higher', scale: 'score' };
const share: SeriesKind = { direction: 'higher', scale: 'proportion' };

/** A run of evenly spaced steps of ten whose noise a seed decides. */
function runOf(count: number, seed: string, proxy: (t: number) => number, intent: (t: number) => number) {
  const random = seededRandom(seed);
  const rows: RunRow[] = Array.from({ length: count }, (_, k) => {
    const t = k / (count - 1);
    return {
      x: 10 * k,
      p: proxy(t) + 0.03 * random.normal(),
      i: intent(t) + 0.04 * random.normal(),
      n: null,
    };
  });
  return { axis: 'step', proxy: score, intent: score, rows } satisfies RunInput;
}

const turned = (t: number) => (t < 0.4 ? t / 0.4 : 1 - (t - 0.4) / 0.6);
const saturated = (t: number) => Math.min(1, t / 0.4);

describe('what a run is called', () => {
  it.each([
    ['both rise', (t: number) => t, (t: number) => t ** 0.8, 'aligned'],
    ['both saturate together', saturated, saturated, 'aligned'],
    ['the intent turns while the proxy climbs', (t: number) => t, turned, 'reversed'],
    ['the intent stops while the proxy climbs', (t: number) => t, saturated, 'decoupled'],
  ])('%s', (_, proxy, intent, verdict) => {
    expect(checkRun(runOf(50, 'a', proxy, intent)).verdict).toBe(verdict);
  });

  it('finds the turning step of a run of 50 like a GRPO run, inside its interval', () => {
    const random = seededRandom('grpo');
    const rows = Array.from({ length: 50 }, (_, k) => {
      const t = k / 49;
      const p = 0.45 + (t < 0.4 ? 0.3 * t : 0.12 - 0.25 * (t - 0.4));
      const spread = Math.sqrt((p * (1 - p)) / 320);
      return {
        x: 10 * k,
        p: 0.2 + 0.8 * t ** 0.7 + 0.02 * random.normal(),
        i: p + spread * random.normal(),
        n: 320,
      };
    });
    const check = checkRun({ axis: 'step', proxy: score, intent: share, rows });
    expect(check).toMatchObject({ verdict: 'reversed', warnings: [] });
    expect(check.turningPoint!.lo).toBeLessThanOrEqual(196);
    expect(check.turningPoint!.hi).toBeGreaterThanOrEqual(196);
    expect(check.change!.intent.hi).toBeLessThan(0);
    expect(check.onsetDensity.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it.each(['a', 'b', 'c', 'd'])('does not call a common fall a divergence (noise %s)', (seed) => {
    const { verdict } = checkRun(
      runOf(
        50,
        seed,
        (t) => -t,
        (t) => -t,
      ),
    );
    expect(['aligned', 'cannot_tell']).toContain(verdict);
  });

  it('is not moved to a reversal by one bad last evaluation', () => {
    const run = runOf(
      30,
      'b',
      (t) => t,
      (t) => t,
    );
    const rows = run.rows.map((row, k) => (k === 29 ? { ...row, i: -0.5 } : row));
    expect(checkRun({ ...run, rows }).verdict).not.toBe('reversed');
  });

  it('asks more of a run that goes on', () => {
    const runs = ['c', 'd', 'e', 'f', 'g', 'h'].map((seed) =>
      runOf(
        15,
        seed,
        (t) => t,
        (t) => turned(t) * 0.2,
      ),
    );
    for (const run of runs) {
      const live = checkRun({ ...run, live: true });
      const speaks = live.verdict === 'decoupled' || live.verdict === 'reversed';
      expect(speaks).toBe(live.pDiverged >= 0.98);
      expect(live.pDiverged).toBe(checkRun(run).pDiverged);
    }
  });
});

describe('where it began', () => {
  const climbing = (t: number) => t;

  it('says from the start where nothing ever came of the proxy', () => {
    const check = checkRun(runOf(60, 'a', climbing, (t) => -0.6 * t));
    expect(check.verdict).toBe('reversed');
    expect(check.onset!.lo).toBe(0);
    expect(check.onset!.at).toBeLessThan(0.2 * 590);
  });

  it.each([
    ['d (a - b d)', (d: number) => d * (2 - d), 6 / 7],
    ['d (a - b log d)', (d: number) => (d === 0 ? 0 : d * (1 - Math.log(d))), Math.exp(-1 / 3)],
  ])('tells the end of following from the best of the intent on %s', (_, law, share) => {
    const peak = 0.45;
    const check = checkRun(runOf(60, 'b', climbing, (t) => 2 * law(t / peak)));
    expect(check.verdict).toBe('reversed');
    expect(Math.abs(check.onset!.at / 590 - share * peak)).toBeLessThan(0.1);
    expect(Math.abs(check.turningPoint!.at / 590 - peak)).toBeLessThan(0.1);
    expect(check.onset!.at).toBeLessThan(check.turningPoint!.at);
  });
});

describe('what is no divergence', () => {
  const wander = (t: number) => 0.07 * Math.sin(2 * Math.PI * (0.7 * t + 0.2));

  it.each(['a', 'b', 'c', 'd'])('an intent that wanders while the proxy is noise (noise %s)', (seed) => {
    const { verdict } = checkRun(runOf(60, seed, () => 0, wander));
    expect(['aligned', 'cannot_tell']).toContain(verdict);
  });
});

describe('what a run cannot say', () => {
  const line = runOf(
    20,
    'i',
    (t) => t,
    (t) => t,
  );

  it('needs four evaluations', () => {
    const check = checkRun({ ...line, rows: line.rows.slice(0, 3) });
    expect(check).toMatchObject({ verdict: 'cannot_tell', onset: null, evaluations: 3 });
    expect(check.sentence).toMatch(/3 evaluations of the intent, at least 1 more needed/);
    expect(checkRun({ ...line, rows: [] }).verdict).toBe('cannot_tell');
  });

  it.each([
    ['an intent that never changes', { i: 5 }, 'constant_intent', 'cannot_tell'],
    ['neither ever changing', { i: 5, p: 1 }, 'constant_proxy', 'aligned'],
  ])('%s', (_, same, code, verdict) => {
    const check = checkRun({ ...line, rows: line.rows.map((row) => ({ ...row, ...same })) });
    expect(check.verdict).toBe(verdict);
    expect(check.warnings.map((warning) => warning.code)).toContain(code);
  });

  it('takes proportions of 0 and 1, and says which n it assumed', () => {
    const rows = line.rows.map((row, k) => ({ ...row, i: k < 10 ? 0 : 1 }));
    const check = checkRun({ ...line, intent: share, rows });
    expect(Number.isFinite(check.pDiverged)).toBe(true);
    expect(check.warnings).toEqual([
      { code: 'n_assumed', sentence: expect.stringMatching(/^n = 150 assumed/) },
    ]);
  });

  it('reads percentages as shares and says so', () => {
    const rows = line.rows.map((row) => ({
      ...row,
      i: 0.3 + 0.2 * Math.min(1, Math.max(0, row.i!)),
      n: 200,
    }));
    const percent = rows.map((row) => ({ ...row, i: 100 * row.i }));
    const check = checkRun({ ...line, intent: share, rows: percent });
    expect(check.warnings.map((warning) => warning.code)).toEqual(['percentages_taken_as_shares']);
    expect(check.pDiverged).toBeCloseTo(checkRun({ ...line, intent: share, rows }).pDiverged, 9);
  });

  it('counts a row that was pasted twice once', () => {
    const check = checkRun({ ...line, rows: [...line.rows, line.rows[4]!] });
    expect(check.warnings.map((warning) => warning.code)).toEqual(['duplicate_rows_merged']);
    expect({ ...check, warnings: [] }).toEqual(checkRun(line));
  });
});

describe('what must not matter', () => {
  const seeds = fc.string({ minLength: 1, maxLength: 6 });
  const shapes = fc.constantFrom((t: number) => t, turned, saturated);
  const runs = fc
    .tuple(seeds, shapes, fc.integer({ min: 5, max: 25 }))
    .map(([seed, intent, count]) => runOf(count, seed, (t) => t, intent));
  const few = { numRuns: 6, seed: 1 };
  const change = (run: RunInput, by: (row: RunRow) => Partial<RunRow>): RunInput => ({
    ...run,
    rows: run.rows.map((row) => ({ ...row, ...by(row) })),
  });
  /** What must come out the same, but for rounding. */
  const like = (run: RunInput) => {
    const { verdict, pDiverged, onset } = checkRun(run);
    return {
      verdict,
      pDiverged: expect.closeTo(pDiverged, 6) as number,
      onset: { at: expect.closeTo(onset!.at, 3) as number },
    };
  };

  it('the order of the rows', () => {
    fc.assert(
      fc.property(runs, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (run, keys) => {
        const shuffled = run.rows
          .map((row) => ({ row, key: keys.next().value! }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row);
        expect(checkRun({ ...run, rows: shuffled })).toEqual(checkRun(run));
      }),
      few,
    );
  });

  it('the units of a score', () => {
    fc.assert(
      fc.property(
        runs,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.integer({ min: -50, max: 50 }),
        (run, by, off) => {
          const other = change(run, ({ p, i }) => ({ p: p! * by + off, i: i! * by - off }));
          expect(checkRun(other)).toMatchObject(like(run));
        },
      ),
      few,
    );
  });

  it('which way a series is better', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const down: SeriesKind = { direction: 'lower', scale: 'score' };
        const flipped = change(run, ({ p, i }) => ({ p: -p!, i: -i! }));
        expect(checkRun({ ...flipped, proxy: down, intent: down })).toMatchObject(like(run));
      }),
      few,
    );
  });

  it('whether successes or failures are counted', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const wins = change(run, ({ i }) => ({ i: 0.2 + 0.4 * Math.min(1.3, Math.max(-0.3, i!)), n: 200 }));
        const losses = change(wins, ({ i }) => ({ i: 1 - i! }));
        const fewer: SeriesKind = { direction: 'lower', scale: 'proportion' };
        expect(checkRun({ ...losses, intent: fewer })).toMatchObject(like({ ...wins, intent: share }));
      }),
      few,
    );
  });
});
