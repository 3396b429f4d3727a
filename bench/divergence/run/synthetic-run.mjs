import { seededRandom } from '@plumbline/shared/divergence/numeric/seeded-random';
import { expit } from '@plumbline/shared/divergence/numeric/logistic';
import { alignedFamilies } from './aligned-families.mjs';
import { wander } from './curves.mjs';
import { decoupledFamilies, reversedFamilies } from './diverged-families.mjs';
import { trueOnset, trueTurn } from './truth.mjs';

/** Every family by name, with its truth. */
export const families = [
  ...Object.entries(alignedFamilies).map(([name, make]) => ({ name, make, truth: 'aligned' })),
  ...Object.entries(decoupledFamilies).map(([name, make]) => ({ name, make, truth: 'decoupled' })),
  ...Object.entries(reversedFamilies).map(([name, make]) => ({ name, make, truth: 'reversed' })),
];

/**
 * One synthetic run: an input for the checker, and what is true of it. Seeds that start with `shift-` have a
 * larger misfit and a larger design effect than anything was tuned on.
 */
export function syntheticRun(family, count, seed) {
  const random = seededRandom(`${seed} ${family.name} ${count}`);
  const curves = family.make(random);
  const shifted = seed.startsWith('shift-');
  const asked = curves.observe ?? {};
  const times = evaluationTimes(random, count);
  const proxy = proxyOf(random, curves.q, times);
  const intent = intentOf(random, curves.m, times, proxy, shifted, asked);
  const xOf = axisOf(random);
  const rows = proxy.points.map(({ t, value, evaluation }) => ({
    x: xOf.at(t),
    p: value,
    i: evaluation === undefined ? null : intent.values[evaluation],
    n: evaluation === undefined ? null : intent.said[evaluation],
  }));
  return {
    family: family.name,
    truth: family.truth,
    input: { axis: xOf.axis, proxy: proxy.kind, intent: intent.kind, rows },
    onset: family.truth === 'aligned' ? null : xOf.at(curves.from ?? trueOnset(curves)),
    turn: family.truth === 'reversed' ? xOf.at(trueTurn(curves)) : null,
    span: xOf.at(1) - xOf.at(0),
    times: times.map(xOf.at),
  };
}

function evaluationTimes(random, count) {
  const even = Array.from({ length: count }, (_, k) => k / (count - 1));
  if (!random.chance(0.35)) return even;
  return even.map((t, k) => (k === 0 || k === count - 1 ? t : t + random.uniform(-0.4, 0.4) / (count - 1)));
}

function axisOf(random) {
  const axis = random.pick(['step', 'time', 'kl']);
  const length = axis === 'kl' ? random.uniform(5, 60) : 10 ** random.uniform(2, 5);
  return { axis, at: (t) => t * length };
}

/** The proxy's points, of which every first of a stretch is an evaluation, on any scale. */
function proxyOf(random, q, times) {
  const density = random.pick([1, 5, 20]);
  const direction = random.chance(0.25) ? 'lower' : 'higher';
  const scale = random.pick(['proportion', 'score', 'unbounded']);
  const sd = random.uniform(0.02, 0.1);
  const [level, size] =
    scale === 'proportion'
      ? [random.uniform(-1.5, 0), random.uniform(0.8, 2.5)]
      : [random.normal() * 5, 10 ** random.uniform(-1, 2)];
  const sign = direction === 'lower' ? -1 : 1;
  const points = [];
  times.forEach((t, k) => {
    const stretch = k + 1 < times.length ? times[k + 1] - t : 0;
    for (let j = 0; j < (stretch > 0 ? density : 1); j++) {
      const at = t + (j * stretch) / density;
      const error = random.normal();
      const spike = random.chance(0.004) ? random.uniform(5, 12) * (random.chance(0.5) ? 1 : -1) : 0;
      const working = sign * (level + size * (q(at) + sd * (error + spike)));
      const value = scale === 'proportion' ? expit(working) : working;
      points.push({ t: at, value, error, evaluation: j === 0 ? k : undefined });
    }
  });
  return { points, kind: { direction, scale } };
}

function intentOf(random, m, times, proxy, shifted, asked) {
  const scale = random.pick(['proportion', 'proportion', 'score', 'unbounded']);
  const direction = random.chance(0.25) ? 'lower' : 'higher';
  const proportion = scale === 'proportion';
  const usual = asked.smallN ? random.uniform(50, 90) : Math.exp(random.uniform(Math.log(50), Math.log(500)));
  const varying = random.chance(0.25);
  const n = times.map(() => Math.round(usual * (varying ? 2 ** random.uniform(-1, 1) : 1)));
  const design = random.chance(0.5) ? random.uniform(1, shifted ? 8 : 4) : 1;
  const effect = proportion ? random.uniform(0.6, 1.8) : 10 ** random.uniform(-1, 2);
  const itemSd = random.uniform(1, 3);
  const level = proportion ? random.uniform(-1.2, 0.4) : random.normal() * 5 * effect;
  const drift = wander(random, random.uniform(0.1, 0.25));
  const misfit = random.uniform(0, shifted ? 0.3 : 0.12);
  const shared = random.chance(0.3) ? random.uniform(0.4, 0.8) : 0;
  const outliers = asked.outliers ? outlierPlaces(random, times.length) : new Map();
  const batch = proxy.points.filter((point) => point.evaluation !== undefined);
  const sign = direction === 'lower' ? -1 : 1;
  const values = times.map((t, k) => {
    const working = sign * (level + effect * (m(t) + misfit * drift(t) + (outliers.get(k) ?? 0)));
    const error = shared * sign * batch[k].error + Math.sqrt(1 - shared ** 2) * random.normal();
    if (!proportion) return working + error * itemSd * effect * Math.sqrt(design / n[k]);
    const p = expit(working);
    const drawn = p + error * Math.sqrt((p * (1 - p) * design) / n[k]);
    return Math.round(Math.min(1, Math.max(0, drawn)) * n[k]) / n[k];
  });
  const withheld = random.chance(proportion ? 0.2 : 0.7);
  return { values, said: n.map((size) => (withheld ? null : size)), kind: { direction, scale } };
}

/** Which evaluations went wrong, and by how many effects; at most one of them among the last two. */
function outlierPlaces(random, count) {
  const places = new Map();
  const wanted = random.integer(1, 1 + Math.floor(count / 12));
  while (places.size < wanted) {
    const k = random.integer(0, count - 1);
    const late = [...places.keys()].some((place) => place >= count - 2);
    if (k >= count - 2 && late) continue;
    places.set(k, random.uniform(0.6, 2) * (random.chance(0.5) ? 1 : -1));
  }
  return places;
}
