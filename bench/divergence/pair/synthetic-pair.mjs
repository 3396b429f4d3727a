import { seededRandom } from '@plumbline/shared/divergence/numeric/seeded-random';
import { divergedFamilies } from './diverged-families.mjs';
import { nullFamilies } from './null-families.mjs';
import { length, plainPair } from './plain-pair.mjs';
import { binomial, wave } from './wandering.mjs';

export { nullFamilies, divergedFamilies };

/**
 * A pair of three years from a family's name and a seed word: setting, observations in order, and what is true of it
 * (onset and mode, null where nothing came apart; the gap day by day in log odds; the intent without noise).
 */
export function syntheticPair(family, seed, wide = false) {
  const random = seededRandom(`${seed}/${family}/${wide}`);
  const pair = plainPair(random, wide);
  const change = nullFamilies[family] ?? divergedFamilies[family];
  change(pair);
  const kinds = { proxy: proxyKind(random), intent: intentKind(random) };
  const intent = intentLevels(pair);
  const observations = [...proxyPoints(pair, kinds.proxy), ...audits(pair, kinds.intent, intent.eta)];
  observations.sort((one, other) => one.t - other.t || (one.series === 'proxy' ? -1 : 1));
  const truth = (t, more) => intentValue(kinds.intent, intent.eta[t] + more);
  return { family, setting: kinds, observations, onset: pair.onset, mode: pair.mode, gap: intent.gap, truth };
}

function proxyKind(random) {
  const direction = random.chance(0.25) ? 'lower' : 'higher';
  const scale = random.pick(['proportion', 'score', 'unbounded']);
  return { direction, scale };
}

/** One intent in five is a score: its noise is that of a proportion, its size is not said. */
function intentKind(random) {
  const direction = random.chance(0.25) ? 'lower' : 'higher';
  return { direction, scale: random.chance(0.2) ? 'score' : 'proportion' };
}

/** The intent in its units, from log odds. */
function intentValue({ scale, direction }, eta) {
  const value = scale === 'score' ? 10 + 4 * eta : 1 / (1 + Math.exp(-eta));
  if (direction === 'higher') return value;
  return scale === 'score' ? -value : 1 - value;
}

/** Log odds of a good answer, day by day, and the gap: what following the proxy would have given, less what is. */
function intentLevels(pair) {
  const own = wave(pair.random, length, pair.misfit.days);
  const eta = new Float64Array(length);
  const gap = new Float64Array(length);
  for (let t = 0; t < length; t++) {
    const seen = Math.max(0, t - pair.lag);
    const real = pair.link * pair.real[seen] - pair.lost[t] + pair.misfit.size * own[t];
    eta[t] = pair.level + pair.spread * real;
    gap[t] =
      pair.onset !== null && t >= pair.onset
        ? pair.spread * pair.link * (pair.shown[seen] - pair.real[seen])
        : 0;
  }
  return { eta, gap };
}

function proxyPoints(pair, kind) {
  const { random, proxyNoise } = pair;
  const slow = wave(random, length, proxyNoise.days);
  const offset = random.uniform(-2, 2);
  const unit = kind.scale === 'proportion' ? random.uniform(0.2, 0.5) : 10 ** random.uniform(-2, 3);
  const middle = kind.scale === 'proportion' ? 0.5 + 0.3 * offset : 20 * unit * offset;
  const points = [];
  for (let t = 0; t < length; t++) {
    let value = pair.shown[t] + proxyNoise.slow * slow[t] + proxyNoise.white * random.normal();
    value += pair.weekly * Math.cos((2 * Math.PI * t) / 7) + (t % 7 > 4 ? -pair.weekly : 0);
    if (random.chance(pair.outliers)) value += random.pick([-1, 1]) * random.uniform(4, 12);
    if (random.chance(pair.missing) || pair.gaps.some((gap) => t >= gap.from && t < gap.to)) continue;
    const signed = middle + unit * value * (kind.direction === 'lower' ? -1 : 1);
    points.push({
      series: 'proxy',
      t,
      v: kind.scale === 'proportion' ? 1 / (1 + Math.exp(-signed)) : signed,
    });
  }
  return points;
}

function audits(pair, kind, eta) {
  const { random } = pair;
  const points = [];
  const first = random.integer(0, 6);
  for (let t = first; t < length; t += 7) {
    if (random.chance(pair.missing) || pair.gaps.some((gap) => t >= gap.from && t < gap.to)) continue;
    const size = pair.size * (t >= pair.sizeAfter.at ? pair.sizeAfter.times : 1) * random.uniform(0.85, 1.15);
    const n = Math.max(10, Math.round(size));
    if (kind.scale === 'score') {
      points.push({
        series: 'intent',
        t,
        v: intentValue(kind, eta[t] + (2.2 * random.normal()) / Math.sqrt(n)),
      });
      continue;
    }
    const good = binomial(random, n, 1 / (1 + Math.exp(-eta[t]))) / n;
    points.push({ series: 'intent', t, v: kind.direction === 'lower' ? 1 - good : good, n });
  }
  return points;
}
