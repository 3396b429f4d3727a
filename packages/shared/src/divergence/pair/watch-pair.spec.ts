import fc from 'fast-check';
import { seededRandom } from '../numeric/seeded-random.js';
import { markDefinitionChanged } from './definition-changed.js';
import { freezePair, thawPair } from './frozen-pair.js';
import { ladder } from './ladder.js';
import type { PairOutput } from './pair-output.js';
import { inOrder, replayPair, seeAll, type PairObservation } from './replay-pair.js';
import { seeProxy } from './see-proxy.js';
import { watchPair } from './watch-pair.js';

const setting = {
  proxy: { direction: 'higher', scale: 'unbounded' },
  intent: { direction: 'higher', scale: 'proportion' },
} as const;

/** Two years: daily proxy, weekly audits; from `onset` on the proxy is three SDs higher and the intent falls. */
function history(seed: string, onset = Infinity): PairObservation[] {
  const random = seededRandom(seed);
  const observations: PairObservation[] = [];
  let wave = 0;
  for (let t = 0; t < 730; t++) {
    wave = 0.97 * wave + 0.24 * random.normal();
    const after = t >= onset;
    observations.push({ series: 'proxy', t, v: 50 + 10 * (wave + (after ? 3 : 0)) + 3 * random.normal() });
    if (t % 7 !== 6) continue;
    const p = 1 / (1 + Math.exp(-(1 + 0.5 * (wave - (after ? 1.5 : 0)))));
    let good = 0;
    for (let k = 0; k < 200; k++) if (random.chance(p)) good++;
    observations.push({ series: 'intent', t, v: good / 200, n: 200 });
  }
  return observations;
}

const of = (outputs: readonly PairOutput[], type: PairOutput['type']) =>
  outputs.filter((one) => one.type === type);

describe('watching a pair', () => {
  it('speaks after the two came apart, names the onset and stays quiet otherwise', () => {
    const apart = replayPair(setting, history('apart', 400));
    const alarm = apart.find((one) => one.type === 'alarm')!;
    expect(alarm).toMatchObject({ type: 'alarm', evidence: expect.any(Array) });
    expect(alarm.t).toBeGreaterThan(400);
    expect(alarm.t).toBeLessThan(450);
    expect(Math.abs(alarm.onset - 400)).toBeLessThan(21);
    const quiet = ['a', 'b', 'c', 'd', 'e', 'f'].filter(
      (seed) => of(replayPair(setting, history(seed)), 'alarm').length === 0,
    );
    expect(quiet.length).toBeGreaterThanOrEqual(5);
  });

  it('answers the same whatever the order of arrival, and frozen and thawed at any point', () => {
    const all = history('frozen', 400);
    const whole = replayPair(setting, all);
    expect(replayPair(setting, all.toReversed())).toEqual(whole);
    const sorted = inOrder(all);
    for (const cut of [3, 150, 450, 700]) {
      const state = watchPair(setting);
      const first = seeAll(state, sorted.slice(0, cut));
      const thawed = thawPair(freezePair(state));
      expect([...first, ...seeAll(thawed, sorted.slice(cut))]).toEqual(whole);
    }
  });

  it('says where it stands, and refuses what is older than what it saw', () => {
    const state = watchPair(setting);
    expect(ladder(state).standing).toBe('no_data');
    const sorted = inOrder(history('ladder', 400));
    seeAll(state, sorted.slice(0, 60));
    expect(ladder(state)).toMatchObject({ standing: 'learning', audits: 7, auditsNeeded: 12 });
    seeAll(state, sorted.slice(60, 300));
    expect(ladder(state).standing).toBe('quiet');
    expect(ladder(state, state.lastAt + 15).standing).toBe('overdue');
    expect(ladder(state, state.lastAt + 90).standing).toBe('no_data');
    seeAll(state, sorted.slice(300));
    expect(ladder(state).standing).toBe('diverged');
    expect(() => seeAll(state, sorted.slice(0, 1))).toThrow(RangeError);
    expect(freezePair(state).length).toBeLessThanOrEqual(30_000);
  });

  it('refuses what is no number and goes on after it', () => {
    const state = watchPair(setting);
    expect(() => seeAll(state, [{ series: 'proxy', t: 0, v: NaN }])).toThrow(RangeError);
    expect(() => seeAll(state, [{ series: 'intent', t: Infinity, v: 0.5 }])).toThrow(RangeError);
    expect(seeAll(state, inOrder(history('after'))).length).toBeGreaterThan(70);
  });

  it('learns anew when the definition changed, and raises no alarm for the change itself', () => {
    const state = watchPair(setting);
    const sorted = inOrder(history('changed'));
    seeAll(
      state,
      sorted.filter(({ t }) => t < 365),
    );
    const before = state.alarm;
    markDefinitionChanged(state, 365);
    const later = sorted
      .filter(({ t }) => t >= 365)
      .map((one) => (one.series === 'proxy' ? { ...one, v: 3 * one.v + 500 } : one));
    expect(ladder(state).standing).toBe('no_data');
    const outputs = seeAll(state, later);
    expect(before).toBeNull();
    expect(of(outputs, 'alarm')).toEqual([]);
    expect(
      of(outputs, 'estimate').find((one) => one.type === 'estimate' && !one.provisional)!.t,
    ).toBeGreaterThan(544);
  });
});

/** Times of alarms and onsets, and the rest of the numbers apart: the first are held equal, the others nearly. */
function spoken(outputs: readonly PairOutput[]) {
  const alarms = of(outputs, 'alarm').map((one) =>
    one.type === 'alarm' ? [one.t, one.onset, one.onsetLo, one.onsetHi] : [],
  );
  const figures = outputs.flatMap((one) =>
    one.type === 'estimate' && !one.provisional ? [one.score, one.pDiverged] : [],
  );
  return { alarms: alarms.flat(), figures };
}

/** The largest difference in any number; infinite where one says more than the other. */
function difference(one: readonly PairOutput[], other: readonly PairOutput[]): number {
  const [left, right] = [spoken(one), spoken(other)];
  const ours = [...left.alarms, ...left.figures];
  const theirs = [...right.alarms, ...right.figures];
  if (left.alarms.length !== right.alarms.length || ours.length !== theirs.length) return Infinity;
  return Math.max(...ours.map((value, k) => Math.abs(value - theirs[k]!)));
}

describe('what a pair says', () => {
  const apart = history('property', 420);
  const scores = { proxy: setting.proxy, intent: { direction: 'higher', scale: 'score' } } as const;
  const said = replayPair(scores, apart);

  it('does not depend on units: any scale and shift of a score leave alarms, onsets and chances as they are', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: -1e4, max: 1e4, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: -1e4, max: 1e4, noNaN: true }),
        (proxyPower, proxyShift, intentPower, intentShift) => {
          const changed = apart.map((one) =>
            one.series === 'proxy'
              ? { ...one, v: one.v * 10 ** proxyPower + proxyShift }
              : { ...one, v: one.v * 10 ** intentPower + intentShift },
          );
          expect(difference(said, replayPair(scores, changed))).toBeLessThan(1e-4);
        },
      ),
      { numRuns: 5 },
    );
  });

  it('does not depend on the direction in which a series is counted', () => {
    const turned = apart.map((one) =>
      one.series === 'proxy' ? { ...one, v: -one.v } : { ...one, v: 1 - one.v },
    );
    const lower = {
      proxy: { direction: 'lower', scale: 'unbounded' },
      intent: { direction: 'lower', scale: 'proportion' },
    } as const;
    expect(difference(replayPair(setting, apart), replayPair(lower, turned))).toBeLessThan(1e-6);
  });

  it('says the same of late data when run again from a snapshot before them', () => {
    const sorted = inOrder(apart);
    const late = sorted.filter(({ t }) => t > 500 && t < 520);
    const state = watchPair(setting);
    const first = seeAll(
      state,
      sorted.filter(({ t }) => t <= 500),
    );
    const snapshot = freezePair(state);
    seeAll(
      state,
      sorted.filter(({ t }) => t >= 520),
    );
    const again = seeAll(thawPair(snapshot), [...sorted.filter(({ t }) => t >= 520), ...late]);
    expect([...first, ...again]).toEqual(replayPair(setting, apart));
  });

  it('never looks ahead: what was said stays when more arrives', () => {
    const sorted = inOrder(apart);
    const whole = replayPair(setting, sorted);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: sorted.length - 1 }), (cut) => {
        const part = replayPair(setting, sorted.slice(0, cut));
        expect(whole.slice(0, part.length)).toEqual(part);
      }),
      { numRuns: 6 },
    );
  });

  it('raises no alarm before 12 audits, for constant series, or where proportions are 0 and 1', () => {
    const few = apart.filter((one) => one.series === 'proxy' || one.t < 75);
    expect(of(replayPair({ ...setting, referenceDays: 20 }, few), 'alarm')).toEqual([]);
    const flat = apart.map((one) => ({ ...one, v: one.series === 'proxy' ? 7 : 1 }));
    expect(of(replayPair(setting, flat), 'alarm')).toEqual([]);
    const edges = apart.map((one, k) => (one.series === 'proxy' ? one : { ...one, v: k % 16 < 8 ? 0 : 1 }));
    const figures = replayPair(setting, edges).flatMap((one) =>
      one.type === 'estimate' ? [one.gap, one.lo, one.hi, one.pDiverged] : [],
    );
    expect(figures.every(Number.isFinite)).toBe(true);
  });

  it('takes many points a day and gaps of years', () => {
    const state = watchPair(setting);
    for (let hour = 0; hour < 24 * 200; hour++) seeProxy(state, { t: hour / 24, v: Math.sin(hour) });
    for (const t of [200.5, 900, 4000, 4000]) {
      expect(() => seeAll(state, [{ series: 'intent', t, v: 0.5, n: 100 }])).not.toThrow();
    }
    expect(() => seeProxy(state, { t: 9000, v: 1 })).not.toThrow();
  });
});
