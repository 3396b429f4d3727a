import { link, ramp, riseCurve, wander } from './curves.mjs';

// q(t) and m(t): proxy and intent without noise, in effects. `observe` asks for a kind of noise.

const rise = (random) => {
  const q = riseCurve(random);
  const follow = link(random);
  return { q, m: (t) => follow(q(t)) };
};

/** The eleven ways to stay aligned. */
export const alignedFamilies = {
  rise,
  'common plateau': (random) => {
    const shape = riseCurve(random);
    const follow = link(random);
    const until = random.uniform(0.3, 0.7);
    const reached = (t) => shape(Math.min(1, t / until));
    const drift = wander(random, 0.15);
    const size = random.uniform(0, 0.08) / 2;
    return { q: (t) => reached(t) + size * drift(t) * ramp(t, until, 0.05), m: (t) => follow(reached(t)) };
  },
  flat: () => ({ q: () => 0, m: () => 0 }),
  'both fall': (random) => {
    const { q, m } = rise(random);
    return { q: (t) => -q(t), m: (t) => -m(t) };
  },
  'both crash': (random) => {
    const { q, m } = rise(random);
    const last = random.uniform(0.06, 0.28);
    const depth = random.uniform(0.4, 0.9);
    const ratio = random.uniform(0.6, 1.5);
    const quickness = random.uniform(0.3, 1);
    const fallen = (t) => ramp(t, 1 - last, last * quickness) * depth;
    const before = (t) => Math.min(t, 1 - last);
    return { q: (t) => q(before(t)) - fallen(t), m: (t) => m(before(t)) - ratio * fallen(t) };
  },
  'warm-up of the proxy': (random) => {
    const { q, m } = rise(random);
    const length = random.uniform(0.04, 0.13);
    const size = random.uniform(0.3, 0.8) * (random.chance(0.5) ? 1 : -1);
    return { q: (t) => q(t) + size * (1 - ramp(t, 0, length)), m };
  },
  lag: (random) => {
    const { q, m } = rise(random);
    const lag = random.uniform(0.02, 0.08);
    return { q, m: (t) => m(Math.max(0, t - lag)) };
  },
  'outlier evaluations': (random) => ({ ...rise(random), observe: { outliers: true } }),
  'small n': (random) => ({ ...rise(random), observe: { smallN: true } }),
  'persistent proxy noise': (random) => {
    const { q, m } = rise(random);
    const drift = wander(random, random.uniform(0.05, 0.1));
    const size = random.uniform(0.04, 0.12);
    return { q: (t) => q(t) + size * drift(t), m };
  },
  periodic: (random) => {
    const shape = riseCurve(random);
    const follow = link(random);
    const size = random.uniform(0.1, 0.3);
    const rate = 2 * Math.PI * random.uniform(2, 6);
    const q = (t) => shape(t) + size * Math.sin(rate * t);
    return { q, m: (t) => follow(q(t)) };
  },
};
