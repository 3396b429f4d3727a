import { seededRandom } from '../numeric/seeded-random.js';
import { freezePair, thawPair } from './frozen-pair.js';
import { ladder } from './ladder.js';
import type { PairOutput } from './pair-output.js';
import { inOrder, replayPair, seeAll, type PairObservation } from './replay-pair.js';
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
    const [alarm] = of(apart, 'alarm');
    expect(alarm).toMatchObject({ type: 'alarm', evidence: expect.any(Array) });
    if (alarm?.type !== 'alarm') return;
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
});
