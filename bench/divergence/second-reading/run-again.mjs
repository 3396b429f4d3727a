import { expit } from '@plumbline/shared/divergence/numeric/logistic';
import { seededRandom } from '@plumbline/shared/divergence/numeric/seeded-random';
import { trueOnset, trueTurn } from '../run/truth.mjs';
import { alignedAgain } from './aligned.mjs';
import { decoupledAgain, reversedAgain } from './diverged.mjs';
import { autoregression, waves } from './shapes.mjs';

const of = (list, truth) => Object.entries(list).map(([name, make]) => ({ name, make, truth }));

export const familiesAgain = [
  ...of(alignedAgain, 'aligned'),
  ...of(decoupledAgain, 'decoupled'),
  ...of(reversedAgain, 'reversed'),
];

/**
 * One run of the second reading, in the form of run/synthetic-run.mjs: other curves, wider ranges, other noise. It is
 * there because whoever judges the checker will not have our generator.
 */
export function runAgain(family, count, seed) {
  const random = seededRandom(`again ${seed} ${family.name} ${count}`);
  const curves = curvesOf(family, random);
  const times = evaluationTimes(random, count);
  const proxy = proxyOf(random, curves.q, times);
  const intent = intentOf(random, curves, times, proxy.errors, seed.startsWith('shift-'));
  const span = 10 ** random.uniform(2, 4);
  const rows = proxy.points.map(({ t, p, k }) => ({
    x: span * t,
    p,
    i: k < 0 ? null : intent.values[k],
    n: k < 0 ? null : intent.said[k],
  }));
  return {
    family: family.name,
    truth: family.truth,
    input: { axis: 'step', proxy: proxy.kind, intent: intent.kind, rows },
    onset: family.truth === 'aligned' ? null : span * (curves.from ?? trueOnset(curves)),
    turn: family.truth === 'reversed' ? span * trueTurn(curves) : null,
    span,
    times: times.map((t) => span * t),
  };
}

/** Drawn again until a reversed intent ends at least a fifth of its gain below its best. */
function curvesOf(family, random) {
  for (let tries = 0; ; tries++) {
    const curves = family.make(random);
    if (family.truth !== 'reversed' || tries > 50) return curves;
    const best = curves.m(trueTurn(curves));
    if (best - curves.m(1) >= 0.2 * Math.max(best - curves.m(0), 0.3)) return curves;
  }
}

/** Even, jittered, or with gaps of any length. */
function evaluationTimes(random, count) {
  const even = Array.from({ length: count }, (_, k) => k / (count - 1));
  if (!random.chance(0.35)) return even;
  if (random.chance(0.5)) {
    return even.map((t, k) =>
      k === 0 || k === count - 1 ? t : t + random.uniform(-0.45, 0.45) / (count - 1),
    );
  }
  const gaps = Array.from({ length: count - 1 }, () => 0.3 - Math.log(1 - random.uniform()));
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  let gone = 0;
  return [0, ...gaps.map((gap) => (gone += gap / total))];
}

function proxyOf(random, q, times) {
  const density = random.pick([1, 5, 20]);
  const scale = random.pick(['proportion', 'score', 'unbounded']);
  const direction = random.chance(0.25) ? 'lower' : 'higher';
  const sd = Math.exp(random.uniform(Math.log(0.01), Math.log(density === 1 ? 0.1 : 0.2)));
  const spikes = random.pick([0, 0.005, 0.01]);
  const [level, size] =
    scale === 'proportion'
      ? [random.uniform(-1.5, 0.3), random.uniform(0.6, 2.5)]
      : [10 * random.normal(), 10 ** random.uniform(-1, 2)];
  const sign = direction === 'lower' ? -1 : 1;
  const points = [];
  const errors = [];
  times.forEach((t, k) => {
    const stretch = k + 1 < times.length ? times[k + 1] - t : 0;
    for (let j = 0; j < (stretch > 0 ? density : 1); j++) {
      const at = t + (j * stretch) / density;
      const error = random.normal();
      if (j === 0) errors.push(error);
      const spike = random.chance(spikes) ? random.uniform(4, 12) * random.pick([1, -1]) : 0;
      const working = sign * (level + size * (q(at) + sd * (error + spike)));
      points.push({ t: at, p: scale === 'proportion' ? expit(working) : working, k: j === 0 ? k : -1 });
    }
  });
  return { points, errors, kind: { direction, scale } };
}

function intentOf(random, curves, times, errors, shifted) {
  const asked = curves.observe ?? {};
  const scale = random.pick(['proportion', 'proportion', 'score', 'unbounded']);
  const direction = random.chance(0.25) ? 'lower' : 'higher';
  const proportion = scale === 'proportion';
  const usual = asked.smallN ? random.uniform(50, 90) : Math.exp(random.uniform(Math.log(50), Math.log(500)));
  const varying = random.chance(0.25);
  const n = times.map(() => Math.max(10, Math.round(usual * (varying ? 2 ** random.uniform(-1, 1) : 1))));
  const design = random.chance(0.5) ? random.uniform(1, shifted ? 8 : 4) : 1;
  const effect = proportion ? random.uniform(0.5, 2.2) : 10 ** random.uniform(-1, 2);
  const itemSd = random.uniform(0.8, 3);
  const level = proportion ? random.uniform(-1.5, 0.5) : 5 * effect * random.normal();
  const drift = random.chance(0.5) ? waves(random, 0.5, 2) : autoregression(random, random.uniform(0.1, 0.3));
  // Where the intent stands still there may be no link to be wrong.
  const misfit = curves.still && random.chance(0.5) ? 0 : random.uniform(0, shifted ? 0.3 : 0.12);
  const shared = random.chance(0.3) ? random.uniform(0.3, 0.8) : 0;
  const outliers = asked.outliers ? outlierPlaces(random, times.length) : new Map();
  const sign = direction === 'lower' ? -1 : 1;
  const values = times.map((t, k) => {
    const working = sign * (level + effect * (curves.m(t) + misfit * drift(t) + (outliers.get(k) ?? 0)));
    const error = shared * sign * errors[k] + Math.sqrt(1 - shared ** 2) * random.normal();
    if (!proportion) return working + error * itemSd * effect * Math.sqrt(design / n[k]);
    const p = expit(working);
    const drawn = p + error * Math.sqrt((p * (1 - p) * design) / n[k]);
    return Math.round(Math.min(1, Math.max(0, drawn)) * n[k]) / n[k];
  });
  const withheld = random.chance(proportion ? 0.2 : 0.7);
  return { values, said: n.map((size) => (withheld ? null : size)), kind: { direction, scale } };
}

/** At most one of them among the last two evaluations. */
function outlierPlaces(random, count) {
  const places = new Map();
  const wanted = random.integer(1, 1 + Math.floor(count / 12));
  while (places.size < wanted) {
    const k = random.integer(0, count - 1);
    if (k >= count - 2 && [...places.keys()].some((place) => place >= count - 2)) continue;
    places.set(k, random.uniform(0.6, 2) * random.pick([1, -1]));
  }
  return places;
}
