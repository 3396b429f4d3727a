import { link, ramp, riseCurve, riseLeaving, smoothStep } from './shapes.mjs';

/** The four decoupled families, read a second time: the intent may keep up to a fifth of what the link implied. */
export const decoupledAgain = {
  'sudden saturation': (random) => {
    const from = random.uniform(0.15, 0.7);
    const q = riseLeaving(random, from, 0.2);
    const follow = link(random);
    const kept = random.chance(0.5) ? random.uniform(0, 0.2) : 0;
    const before = (t) => follow(q(Math.min(t, from)));
    return { q, m: (t) => before(t) + kept * (follow(q(t)) - before(t)), from };
  },
  'proxy jump without the intent': (random) => {
    const from = random.uniform(0.15, 0.75);
    const rise = riseCurve(random);
    const follow = link(random);
    const size = random.uniform(0.3, 1);
    const width = random.uniform(0, 0.06);
    const slow = random.uniform(0, 1);
    const until = (t) => rise(Math.min(t, from));
    return {
      q: (t) => until(t) + slow * (rise(t) - until(t)) + size * ramp(t, from, width),
      m: (t) => follow(until(t)),
      from,
    };
  },
  'slow decoupling': (random) => {
    const start = random.uniform(0.15, 0.6);
    const length = random.uniform(0.1, 0.35) * (1 - start);
    const q = riseLeaving(random, start + length / 2, 0.2);
    const follow = link(random);
    const steps = 500;
    const passed = new Float64Array(steps + 1);
    for (let j = 1; j <= steps; j++) {
      const t = j / steps;
      const gain = follow(q(t)) - follow(q(t - 1 / steps));
      passed[j] = passed[j - 1] + gain * (1 - smoothStep(t, start, length));
    }
    return { q, m: (t) => passed[Math.round(Math.min(1, Math.max(0, t)) * steps)] };
  },
  'never coupled': (random) => ({ q: riseCurve(random), m: () => 0, from: 0, still: true }),
};

/** d (1 + log peak - log d), best at d = peak; Gao et al. 2022 for RL. */
const reinforced = (d, peak) => (d <= 0 ? 0 : d * (1 + Math.log(peak / d)));
/** d (2 peak - d), best at d = peak; the same for best of n. */
const bestOfN = (d, peak) => d * (2 * peak - d);

/** Both series follow the law, the proxy with a best that lies beyond the run. */
function overoptimised(law) {
  return (random) => {
    for (;;) {
      const even = random.chance(0.5);
      const d = (t) => (even ? Math.sqrt(Math.max(0, t)) : t);
      const peak = random.uniform(0.25, 0.85);
      const proxyPeak = random.uniform(1.05, 4);
      const best = law(peak, peak);
      if (law(1, peak) > 0.8 * best) continue;
      return { q: (t) => law(d(t), proxyPeak) / law(1, proxyPeak), m: (t) => law(d(t), peak) / best };
    }
  };
}

/** A link until `from`, a proxy that goes on, and a loss of so many times the gain, a fifth at the least. */
function turned(random, [early, late], [least, most]) {
  const from = random.uniform(early, late);
  const q = riseLeaving(random, from, 0.1);
  const follow = link(random);
  const gained = follow(q(from));
  const loss = Math.max(gained * random.uniform(least, most), 0.2);
  return { from, q, before: (t) => follow(q(Math.min(t, from))), gained, loss };
}

/** The seven reversed families, read a second time. */
export const reversedAgain = {
  'Gao, RL': overoptimised(reinforced),
  'Gao, best of n': overoptimised(bestOfN),
  'sudden exploit': (random) => {
    const { from, q, before, loss } = turned(random, [0.2, 0.8], [0.3, 1.2]);
    const width = random.uniform(0.01, 0.15);
    const jump = random.uniform(0.15, 0.8);
    const share = (t) => ramp(t, from, width);
    return { q: (t) => q(t) + jump * share(t), m: (t) => before(t) - loss * share(t), from };
  },
  'slow reversal': (random) => {
    if (random.chance(0.2)) {
      const loss = random.uniform(0.4, 1);
      return { q: riseCurve(random), m: (t) => -loss * t, from: 0 };
    }
    const { from, q, before, loss } = turned(random, [0.15, 0.65], [0.3, 1.2]);
    return { q, m: (t) => before(t) - loss * ramp(t, from, 1 - from), from };
  },
  'extremal threshold': (random) => {
    const { from, q, before, loss } = turned(random, [0.2, 0.65], [0.3, 1.3]);
    const further = (t) => Math.max(0, q(t) - q(from)) / Math.max(0.05, q(1) - q(from));
    return { q, m: (t) => before(t) - loss * further(t), from };
  },
  silent: (random) => {
    const { from, q, before, loss } = turned(random, [0.2, 0.65], [0.3, 1.2]);
    const full = Math.min(1, from + random.uniform(-0.1, 0.1));
    return { q: (t) => q(Math.min(t, full)), m: (t) => before(t) - loss * ramp(t, from, 1 - from), from };
  },
  'periodic exploit': (random) => {
    const { from, q, before, gained, loss } = turned(random, [0.2, 0.6], [0.4, 1.2]);
    const turns = 2 * Math.PI * random.uniform(2, 7);
    const size = random.uniform(0.1, 0.35);
    const dip = random.uniform(0, 0.25) * gained;
    const gone = (t) => Math.max(0, t - from) / (1 - from);
    const burst = random.chance(0.5)
      ? (t) => Math.max(0, Math.sin(turns * gone(t)))
      : (t) => 0.5 * (1 - Math.cos(turns * gone(t)));
    return {
      q: (t) => q(t) + size * burst(t),
      m: (t) => before(t) - loss * gone(t) - dip * burst(t),
      from,
    };
  },
};
