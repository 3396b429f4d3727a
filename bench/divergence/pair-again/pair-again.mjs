import { seededRandom } from '@plumbline/shared/divergence/numeric/seeded-random';
import { divergedAgain } from './diverged-again.mjs';
import { nullAgain } from './null-again.mjs';
import { between, knots, length } from './quality.mjs';

/**
 * A second reading of the same description, in log odds of the intent where the first counts in SDs of a factor; shares
 * no line with the first but what both must answer: setting, observations, onset, mode, gap, truth.
 */
export function pairAgain(family, seed, wide = false) {
  const random = seededRandom(`again/${seed}/${family}/${wide}`);
  const plan = planOf(random, wide ? 1.4 : 1);
  (nullAgain[family] ?? divergedAgain[family])(plan);
  const kind = {
    proxy: { scale: random.pick(['score', 'proportion', 'unbounded']), direction: directionOf(random) },
    intent: { scale: random.chance(0.15) ? 'unbounded' : 'proportion', direction: directionOf(random) },
  };
  const { eta, gap } = intentOf(plan);
  const truth = (t, more) => inUnits(eta[t] + more, kind.intent);
  const observations = [...proxyOf(plan, kind.proxy), ...auditsOf(plan, kind.intent, eta)];
  observations.sort((one, other) => one.t - other.t || (one.series === 'proxy' ? -1 : 1));
  return { family, setting: kind, observations, onset: plan.onset, mode: plan.mode, gap, truth };
}

const directionOf = (random) => (random.chance(0.25) ? 'lower' : 'higher');

/** `quality` moves the intent, `display` the proxy, both in log odds of the intent; what is alike in both cancels. */
function planOf(random, w) {
  const size = between(random, 0.18 / w, 0.36 * w);
  const quality = knots(random, random.integer(3, 10), between(random, 25 / w, 80 * w));
  return {
    random,
    w,
    size,
    quality: quality.map((value) => value * size),
    display: quality.map((value) => value * size),
    passes: random.uniform(0.75 / w, 1.15),
    lag: random.pick([0, 0, 3, 7, 14]),
    level: random.uniform(0.3, 2),
    own: random.uniform(0.03, 0.12 * w),
    white: size * between(random, 0.25, 0.8 * w),
    slow: size * random.uniform(0.05, 0.35 * w),
    slowDays: between(random, 3, 15 * w),
    week: Float64Array.from({ length: 7 }, () => size * random.uniform(0, 0.5) * random.normal()),
    n: between(random, 80, 300),
    nAfter: { from: Infinity, times: 1 },
    spikes: 0.001,
    missing: random.uniform(0, 0.2),
    silences: [],
    onset: null,
    mode: null,
  };
}

function intentOf(plan) {
  const own = knots(plan.random, 7, between(plan.random, 10, 45 * plan.w));
  const eta = new Float64Array(length);
  const gap = new Float64Array(length);
  for (let t = 0; t < length; t++) {
    const seen = Math.max(0, t - plan.lag);
    eta[t] = plan.level + plan.passes * plan.quality[seen] + plan.own * own[t];
    if (plan.onset !== null && t >= plan.onset) {
      gap[t] = plan.passes * (plan.display[seen] - plan.quality[seen]);
    }
  }
  return { eta, gap };
}

function inUnits(eta, { scale, direction }) {
  const better = scale === 'proportion' ? 1 / (1 + Math.exp(-eta)) : 3 * eta;
  if (direction === 'higher') return better;
  return scale === 'proportion' ? 1 - better : -better;
}

const silent = (plan, t) =>
  plan.random.chance(plan.missing) || plan.silences.some(([from, to]) => t >= from && t < to);

function proxyOf(plan, { scale, direction }) {
  const { random, size } = plan;
  const slow = knots(random, 2, plan.slowDays);
  const sign = direction === 'higher' ? 1 : -1;
  const gain = scale === 'proportion' ? random.uniform(0.8, 1.6) : between(random, 0.1, 1000);
  const zero = scale === 'proportion' ? random.uniform(-1, 1) : gain * random.uniform(-30, 30);
  const points = [];
  for (let t = 0; t < length; t++) {
    const spike = random.chance(plan.spikes) ? size * random.uniform(5, 12) * random.pick([-1, 1]) : 0;
    const error = plan.slow * slow[t] + plan.white * random.normal() + plan.week[t % 7] + spike;
    if (silent(plan, t)) continue;
    const value = zero + sign * gain * (plan.display[t] + error);
    points.push({ series: 'proxy', t, v: scale === 'proportion' ? 1 / (1 + Math.exp(-value)) : value });
  }
  return points;
}

function auditsOf(plan, kind, eta) {
  const { random } = plan;
  const points = [];
  for (let t = random.integer(0, 6); t < length; t += 7) {
    if (silent(plan, t)) continue;
    const n = Math.max(
      8,
      Math.round(plan.n * (t >= plan.nAfter.from ? plan.nAfter.times : 1) * random.uniform(0.8, 1.2)),
    );
    if (kind.scale === 'unbounded') {
      points.push({ series: 'intent', t, v: inUnits(eta[t] + (2.2 / Math.sqrt(n)) * random.normal(), kind) });
      continue;
    }
    const chance = 1 / (1 + Math.exp(-eta[t]));
    let good = 0;
    for (let k = 0; k < n; k++) if (random.chance(chance)) good++;
    points.push({ series: 'intent', t, v: (kind.direction === 'higher' ? good : n - good) / n, n });
  }
  return points;
}
