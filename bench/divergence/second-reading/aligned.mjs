import { autoregression, link, ramp, riseCurve, waves } from './shapes.mjs';

const rise = (random) => {
  const q = riseCurve(random);
  const follow = link(random);
  return { q, m: (t) => follow(q(t)), follow };
};

/** The eleven aligned families, read a second time: q and m as in run/aligned-families.mjs. */
export const alignedAgain = {
  rise,
  'common plateau': (random) => {
    const { q, follow } = rise(random);
    const until = random.uniform(0.2, 0.8);
    const reached = random.chance(0.5)
      ? (t) => 1 - Math.exp((-2.5 * t) / until)
      : (t) => q(Math.min(t, until)) / q(until);
    const drift = random.chance(0.5)
      ? autoregression(random, random.uniform(0.03, 0.15))
      : waves(random, 1, 4);
    const size = random.uniform(0, 0.08);
    const throughout = random.chance(0.3);
    return {
      q: (t) => reached(t) + size * drift(t) * (throughout ? 1 : ramp(t, until, 0.05)),
      m: (t) => follow(reached(t)),
    };
  },
  flat: (random) => {
    const drift = autoregression(random, random.uniform(0.03, 0.2));
    const size = random.chance(0.3) ? random.uniform(0, 0.08) : 0;
    return { q: (t) => size * drift(t), m: () => 0, still: true };
  },
  'both fall': (random) => {
    const { q, m, follow } = rise(random);
    return random.chance(0.5)
      ? { q: (t) => -q(t), m: (t) => -m(t) }
      : { q: (t) => 1 - q(t), m: (t) => follow(1 - q(t)) };
  },
  'both crash': (random) => {
    const { q, m } = rise(random);
    const last = random.uniform(0.06, 0.28);
    const depth = random.uniform(0.3, 1);
    const ratio = random.uniform(0.6, 1.5);
    const width = last * random.uniform(0.15, 1);
    const stops = random.chance(0.6);
    const before = (t) => (stops ? Math.min(t, 1 - last) : t);
    const fallen = (t) => depth * ramp(t, 1 - last, width);
    return { q: (t) => q(before(t)) - fallen(t), m: (t) => m(before(t)) - ratio * fallen(t) };
  },
  'warm-up of the proxy': (random) => {
    const { q, m } = rise(random);
    const length = random.uniform(0.04, 0.13);
    const size = random.uniform(0.2, 0.9) * (random.chance(0.5) ? 1 : -1);
    const fading = random.chance(0.5);
    return { q: (t) => q(t) + size * (fading ? Math.exp((-2.5 * t) / length) : 1 - ramp(t, 0, length)), m };
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
    const drift = autoregression(random, random.uniform(0.02, 0.12));
    const size = random.uniform(0.04, 0.14);
    return { q: (t) => q(t) + size * drift(t), m };
  },
  periodic: (random) => {
    const { q, follow } = rise(random);
    const size = random.uniform(0.08, 0.3);
    const turns = random.uniform(1.5, 6);
    const phase = random.uniform(0, 2 * Math.PI);
    const trend = random.chance(0.6) ? 1 : random.uniform(0, 0.3);
    const scale = Math.max(trend, 2 * size);
    const both = (t) => (trend * q(t) + size * Math.sin(2 * Math.PI * turns * t + phase)) / scale;
    return { q: both, m: (t) => follow(both(t)) };
  },
};
