import { SeededRandom } from './random.js';
import { storyPairs, type StoryMetric, type StoryPair } from './story-metrics.js';

/** Daily values of a proxy and weekly audits of its intent, and what else was seen. */
export interface PairSeries {
  proxy: Point[];
  intent: Point[];
  beside: { metric: StoryMetric; points: Point[] }[];
}

export interface Point {
  /** Days before the story's today. */
  daysAgo: number;
  value: number;
  n?: number;
}

/** Longer than two years, so that a whole reference period and two seasons lie before anything happens. */
export const daysOfHistory = 770;

/** What happens to a pair: in standard deviations, as a function of the days before today. */
interface Fate {
  /** How far the proxy is pushed beyond what it would be. */
  push(daysAgo: number): number;
  /** What the intent gains or loses, given that push. */
  follow(push: number, daysAgo: number): number;
}

const ramp = (daysAgo: number, from: number, days: number): number =>
  Math.min(1, Math.max(0, (from - daysAgo) / days));

/** The four ways in which a measure stops meaning what it meant, and two in which nothing is wrong. */
const fates = {
  // More and more of the top of a noisy score is noise: nine tenths of the gain are hollow.
  regressional: {
    push: (ago) => 3.4 * ramp(ago, 236, 150),
    follow: (push) => 0.1 * push,
  },
  // Worth having until it leaves its usual range, harmful beyond; a cap takes some of it back.
  extremal: {
    push: (ago) => 3.4 * ramp(ago, 78, 40) - 0.9 * ramp(ago, 34, 14),
    follow: (push) => (push < 1 ? push : 1 - 1.7 * (push - 1)),
  },
  // Moved within three days by a release; the intent has no part in it.
  causal: {
    push: (ago) => 2.2 * ramp(ago, 41, 3),
    follow: (push) => -0.25 * push,
  },
  // Somebody works on the measure: a jump, bursts, and the intent falls meanwhile.
  adversarial: {
    push: (ago) => 1.9 * ramp(ago, 33, 2) + (ago < 33 && ago % 9 < 2 ? 2.1 : 0),
    follow: (_, ago) => -2.4 * ramp(ago, 33, 20),
  },
  // Both get better together, which is what optimising is for.
  rising: {
    push: (ago) => 2.4 * ramp(ago, 420, 380),
    follow: (push) => 0.95 * push,
  },
  wandering: { push: () => 0, follow: () => 0 },
} satisfies Record<string, Fate>;

/** From standard deviations to the metric's own unit; `share` is the mean of a proportion. */
type Unit = { mean: number; spread: number } | { share: number; spread: number };

const units: Record<StoryPair, { seed: number; proxy: Unit; intent: Unit; audit: [number, number] }> = {
  session: {
    seed: 1,
    proxy: { mean: 27.3, spread: 1.25 },
    intent: { share: 0.64, spread: 0.11 },
    audit: [120, 240],
  },
  certainty: {
    seed: 7,
    proxy: { share: 0.71, spread: 0.12 },
    intent: { share: 0.9, spread: 0.3 },
    audit: [140, 260],
  },
  shortlist: {
    seed: 13,
    proxy: { mean: 71.5, spread: 2.1 },
    intent: { share: 0.58, spread: 0.22 },
    audit: [80, 160],
  },
  thumbs: {
    seed: 72,
    proxy: { share: 0.72, spread: 0.07 },
    intent: { share: 0.91, spread: 0.32 },
    audit: [180, 300],
  },
  settled: {
    seed: 58,
    proxy: { share: 0.63, spread: 0.09 },
    intent: { share: 0.77, spread: 0.13 },
    audit: [100, 200],
  },
  drafts: {
    seed: 45,
    proxy: { share: 0.38, spread: 0.14 },
    intent: { share: 0.55, spread: 0.15 },
    audit: [90, 180],
  },
};

const inUnit = (unit: Unit, deviations: number): number =>
  'mean' in unit
    ? unit.mean + unit.spread * deviations
    : 1 / (1 + Math.exp(-(Math.log(unit.share / (1 - unit.share)) + unit.spread * deviations)));

const rounded = (value: number, digits = 4): number => Number(value.toFixed(digits));

/** @returns the values of a pair over the whole history; the same every time */
export function seriesOf(pair: StoryPair): PairSeries {
  const { seed, proxy, intent, audit } = units[pair];
  const random = new SeededRandom(seed);
  const fate: Fate = fates[storyPairs[pair].shape];
  const series: PairSeries = { proxy: [], intent: [], beside: [] };
  const pushes: { daysAgo: number; push: number }[] = [];
  let shared = 0;
  let ownNoise = 0;
  for (let daysAgo = daysOfHistory; daysAgo >= 1; daysAgo--) {
    // What moves both: slow, a little seasonal. What moves the intent alone: slower than a week.
    shared = 0.985 * shared + 0.11 * random.normal();
    ownNoise = 0.93 * ownNoise + 0.07 * random.normal();
    const season = 0.25 * Math.sin((2 * Math.PI * daysAgo) / 365);
    const push = fate.push(daysAgo);
    const weekday = [0.2, 0.1, 0, -0.1, -0.25, -0.2, 0.25][daysAgo % 7]!;
    const base = shared + season;
    pushes.push({ daysAgo, push });
    if (random.next() > 0.012)
      series.proxy.push({
        daysAgo,
        value: rounded(inUnit(proxy, base + push + weekday + 0.38 * random.normal())),
      });
    if (daysAgo % 7 === 2 && random.next() > 0.06) {
      const n = Math.round(random.between(...audit));
      const truth = inUnit(intent, 0.95 * base + fate.follow(push, daysAgo) + ownNoise);
      series.intent.push({ daysAgo, value: rounded(random.successes(n, truth) / n), n });
    }
  }
  series.beside = beside(pair, pushes, random);
  return series;
}

/** What moved with the proxy: other measures that tell why. */
const companions: Partial<Record<StoryPair, { metric: StoryMetric; unit: Unit; pull: number }[]>> = {
  session: [
    { metric: 'home-feed.replies', unit: { mean: 2.4, spread: 0.3 }, pull: 0.9 },
    { metric: 'home-feed.anger', unit: { share: 0.09, spread: 0.16 }, pull: 0.85 },
  ],
  thumbs: [{ metric: 'support-chat.agreement', unit: { share: 0.22, spread: 0.3 }, pull: 1.6 }],
};

function beside(
  pair: StoryPair,
  pushes: { daysAgo: number; push: number }[],
  random: SeededRandom,
): PairSeries['beside'] {
  return (companions[pair] ?? []).map(({ metric, unit, pull }) => ({
    metric,
    points: pushes
      .filter(({ daysAgo }) => daysAgo <= 365)
      .map(({ daysAgo, push }) => ({
        daysAgo,
        value: rounded(inUnit(unit, pull * push + 0.6 * random.normal())),
      })),
  }));
}
