import { placeWords } from '../../../ui/chart/axis-words.js';
import { broken, type Line } from '../../../ui/chart/moving-mean.js';
import { rangeOf, sharedTicks } from '../../../ui/chart/ticks.js';
import { type Span, type Tie, tieTo, toScale } from '../../../ui/chart/tie.js';
import type { CheckedRun, Half, Run } from '../checked-run.js';
import type { CheckAxis } from '../table/column-guess.js';

/** What stands at one place of the axis, in the units of the columns. */
export interface Reading {
  x: number;
  proxy: number | null;
  intent: number | null;
  n: number | null;
  /** The smoothed intent with its 90 % band, and what the link before the onset would have made of the proxy. */
  level: { intent: number; lo: number; hi: number } | null;
  predicted: number | null;
}

/** A checked run ready to draw. Everything called z lies on the shared scale. */
export interface CheckModel {
  axis: CheckAxis;
  proxy: Half;
  intent: Half;
  proxyTie: Tie;
  intentTie: Tie;
  /** Where the axes are tied; null is the whole run. */
  tied: Span | null;
  rawZ: Line;
  proxyZ: Line;
  bandZ: { x: number[]; mid: number[]; low: number[]; high: number[] };
  /** The evaluations; low and high are the ends of the 90 % binomial bar. */
  pointsZ: { x: number; z: number; low: number; high: number }[];
  predictedZ: Line;
  onset: { at: number; from: number; to: number; words: string } | null;
  /** How likely each stretch holds the onset, as a height from 0 to 1. */
  density: { from: number; to: number; height: number }[];
  range: [number, number];
  grid: number[];
  readings: Reading[];
}

/** Works out everything that the picture of a run shows. */
export function checkModel({ run, check }: CheckedRun): CheckModel {
  const { rows } = run;
  const sorted = rows.toSorted((a, b) => a.x - b.x);
  const proxies = sorted.filter(({ p }) => p !== null);
  const evaluated = sorted.filter(({ i }) => i !== null);
  const smooth = check.proxyLine.length > 0;
  const proxyLine = smooth ? check.proxyLine : proxies.map(({ x, p }) => ({ x, proxy: p! }));
  const intentLine = smooth ? check.intentLine : evaluated.map(({ x, i }) => ({ x, intent: i! }));
  const located = check.pDiverged > 0.5 ? (check.turningPoint ?? check.onset) : null;
  const tied = located ? startOf(located.at, intentLine) : null;
  const sign = run.proxy.direction === run.intent.direction ? 1 : -1;
  const proxyTie = tieOf(
    proxyLine.map(({ x, proxy }) => [x, proxy]),
    tied,
    1,
  );
  const intentTie = tieOf(
    intentLine.map(({ x, intent }) => [x, intent]),
    tied,
    sign,
  );
  const onProxy = (value: number) => toScale(proxyTie, value);
  const onIntent = (value: number) => toScale(intentTie, value);
  const bars = barsOf(run);
  const pointsZ = evaluated.map(({ x, i, n }) => {
    const [low, high] = bars(i!, n).map(onIntent) as [number, number];
    return { x, z: onIntent(i!), low, high };
  });
  const bandZ = {
    x: check.intentLine.map(({ x }) => x),
    mid: check.intentLine.map(({ intent }) => onIntent(intent)),
    low: check.intentLine.map(({ lo }) => onIntent(lo)),
    high: check.intentLine.map(({ hi }) => onIntent(hi)),
  };
  const rawZ = broken({ x: proxies.map(({ x }) => x), y: proxies.map(({ p }) => onProxy(p!)) });
  const predictedZ = {
    x: check.predicted.map(({ x }) => x),
    y: check.predicted.map(({ intent }) => onIntent(intent)),
  };
  const range = rangeOf(
    [rawZ.y, bandZ.low, bandZ.high, predictedZ.y, pointsZ.flatMap(({ low, high }) => [low, high])].flat(),
  );
  return {
    axis: run.axis,
    proxy: run.proxy,
    intent: run.intent,
    proxyTie,
    intentTie,
    tied,
    rawZ,
    proxyZ: { x: proxyLine.map(({ x }) => x), y: proxyLine.map(({ proxy }) => onProxy(proxy)) },
    bandZ,
    pointsZ,
    predictedZ,
    onset: located && {
      at: located.at,
      from: located.lo,
      to: located.hi,
      words: placeWords(run.axis, rounded(run.axis, located.at)),
    },
    density: located
      ? densityOf(
          check.onsetDensity,
          evaluated.map(({ x }) => x),
        )
      : [],
    range,
    grid: sharedTicks(evaluated.length > 0 ? intentTie : proxyTie, ...range, 6),
    readings: readingsOf(run, check),
  };
}

/** Posterior of a time to the minute: finer would be pretence. */
function rounded(axis: CheckAxis, x: number): number {
  return axis === 'time' ? Math.floor(x / 60_000) * 60_000 : x;
}

/** The run's own start, if it is long enough to tie the axes at. */
function startOf(onset: number, line: readonly { x: number }[]): Span | null {
  const before = line.filter(({ x }) => x <= onset);
  return before.length >= 4 ? { from: before[0]!.x, to: before.at(-1)!.x } : null;
}

function tieOf(points: readonly (readonly [number, number])[], tied: Span | null, sign: 1 | -1): Tie {
  return tieTo(
    points.map(([x]) => x),
    points.map(([, value]) => value),
    tied,
    sign,
  );
}

/** What the check supposes, and says, where no size was said. */
const assumedSize = 150;

/** Ends of the 90 % binomial bar of an evaluation; what is no share has none. */
function barsOf({ intent, rows }: Run): (value: number, n: number | null) => [number, number] {
  const said = rows.flatMap(({ n }) => (n === null ? [] : [n])).sort((a, b) => a - b);
  const usual = said[Math.floor(said.length / 2)] ?? assumedSize;
  return (value, n) => {
    const size = n ?? usual;
    if (intent.scale !== 'proportion') return [value, value];
    const half = 1.645 * Math.sqrt((value * (1 - value)) / size);
    return [Math.max(0, value - half), Math.min(1, value + half)];
  };
}

/** Each candidate stands for the stretch up to the next evaluation. */
function densityOf(
  shares: readonly { x: number; share: number }[],
  evaluated: readonly number[],
): CheckModel['density'] {
  const parts = shares.map(({ x, share }, at) => {
    const to = shares[at + 1]?.x ?? evaluated.find((one) => one > x) ?? x;
    return { from: x, to, height: to > x ? share / (to - x) : 0 };
  });
  const most = parts.reduce((highest, { height }) => Math.max(highest, height), 0) || 1;
  return parts.map((part) => ({ ...part, height: part.height / most }));
}

function readingsOf({ rows }: Run, check: CheckedRun['check']): Reading[] {
  const levels = new Map(check.intentLine.map((one) => [one.x, one]));
  const predictions = new Map(check.predicted.map(({ x, intent }) => [x, intent]));
  const readings = new Map<number, Reading>();
  for (const { x, p, i, n } of rows.toSorted((a, b) => a.x - b.x)) {
    const before = readings.get(x);
    readings.set(x, {
      x,
      proxy: p ?? before?.proxy ?? null,
      intent: i ?? before?.intent ?? null,
      n: n ?? before?.n ?? null,
      level: levels.get(x) ?? null,
      predicted: predictions.get(x) ?? null,
    });
  }
  return [...readings.values()];
}
