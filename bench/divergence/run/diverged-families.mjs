import { link, ramp, steadyRise } from './curves.mjs';

// q(t) and m(t) as in aligned-families; `from` is where the intent stops following, where that is by construction.

/** A link until `from`, with the proxy going on: what most of these share. */
function broken(random, from) {
  const q = steadyRise(random);
  const follow = link(random);
  return { q, before: (t) => follow(q(Math.min(t, from))), gained: Math.max(0.3, follow(q(from))) };
}

/** The four ways to stop following. */
export const decoupledFamilies = {
  'sudden saturation': (random) => {
    const from = random.uniform(0.2, 0.7);
    const { q, before } = broken(random, from);
    return { q, m: before, from };
  },
  'proxy jump without the intent': (random) => {
    const from = random.uniform(0.2, 0.75);
    const { q, before } = broken(random, from);
    const size = random.uniform(0.3, 0.9);
    const width = random.uniform(0.01, 0.05);
    const slow = random.uniform(0, 0.6);
    const after = (t) => q(Math.min(t, from)) + slow * (q(t) - q(Math.min(t, from)));
    return { q: (t) => after(t) + size * ramp(t, from, width), m: before, from };
  },
  'slow decoupling': (random) => {
    const start = random.uniform(0.15, 0.55);
    const length = random.uniform(0.1, 0.35) * (1 - start);
    const { q } = broken(random, start);
    // The intent gains from each bit of proxy what the link still passes on.
    const steps = 400;
    const passed = new Float64Array(steps + 1);
    for (let j = 1; j <= steps; j++) {
      const t = j / steps;
      passed[j] = passed[j - 1] + (q(t) - q(t - 1 / steps)) * (1 - ramp(t, start, length));
    }
    return { q, m: (t) => passed[Math.round(Math.min(1, Math.max(0, t)) * steps)] };
  },
  'never coupled': (random) => ({ q: steadyRise(random), m: () => 0, from: 0 }),
};

/** Gao et al. 2022: d is the square root of KL, KL runs evenly or quadratically with the axis. */
function gao(random, intentOf) {
  const even = random.chance(0.5);
  const bend = random.uniform(0, 0.3);
  const d = (t) => (even ? Math.sqrt(Math.max(0, t)) : t);
  return { q: (t) => d(t) * (1 - bend * d(t)), m: (t) => intentOf(d(t)) };
}

/** The seven ways to turn round. */
export const reversedFamilies = {
  'Gao, RL': (random) => {
    const peak = random.uniform(0.3, 0.58);
    return gao(random, (d) => (d <= 0 ? 0 : (d * (1 - Math.log(d / peak))) / peak));
  },
  'Gao, best of n': (random) => {
    const peak = random.uniform(0.3, 0.68);
    return gao(random, (d) => (d * (2 - d / peak)) / peak);
  },
  'sudden exploit': (random) => {
    const from = random.uniform(0.25, 0.8);
    const { q, before, gained } = broken(random, from);
    const width = random.uniform(0.01, 0.15);
    const jump = random.uniform(0.2, 0.8);
    const loss = gained * random.uniform(0.4, 1.2);
    return {
      q: (t) => q(t) + jump * ramp(t, from, width),
      m: (t) => before(t) - loss * ramp(t, from, width),
      from,
    };
  },
  'slow reversal': (random) => {
    const from = random.chance(0.2) ? 0 : random.uniform(0.2, 0.65);
    const { q, before, gained } = broken(random, from);
    const loss = from === 0 ? 1 : gained * random.uniform(0.4, 1.2);
    return { q, m: (t) => before(t) - loss * ramp(t, from, 1 - from), from };
  },
  'extremal threshold': (random) => {
    const from = random.uniform(0.3, 0.65);
    const { q, before, gained } = broken(random, from);
    const loss = gained * random.uniform(0.4, 1.3);
    const further = (t) => Math.max(0, q(t) - q(from)) / (q(1) - q(from));
    return { q, m: (t) => before(t) - loss * further(t), from };
  },
  silent: (random) => {
    const from = random.uniform(0.25, 0.65);
    const { q, before, gained } = broken(random, from);
    const loss = gained * random.uniform(0.4, 1.2);
    return { q: (t) => q(Math.min(t, from)), m: (t) => before(t) - loss * ramp(t, from, 1 - from), from };
  },
  'periodic exploit': (random) => {
    const from = random.uniform(0.25, 0.6);
    const { q, before, gained } = broken(random, from);
    const loss = gained * random.uniform(0.5, 1.2);
    const bursts = random.integer(3, 6);
    const phase = (t) => Math.max(0, t - from) / (1 - from);
    const burst = (t) => (t <= from ? 0 : Math.max(0, Math.sin(2 * Math.PI * bursts * phase(t))));
    return {
      q: (t) => q(t) + 0.25 * burst(t),
      m: (t) => before(t) - loss * phase(t) - 0.15 * gained * burst(t),
      from,
    };
  },
};
