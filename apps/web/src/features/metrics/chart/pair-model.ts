import type { Axis } from '../../../ui/chart/axis-words.js';
import { type Band, smoothLevel } from './level-smoother.js';
import { breaksOf, broken, dayMs, type Line, movingMean } from '../../../ui/chart/moving-mean.js';
import type { Measure } from '../../../ui/chart/number-words.js';
import { rangeOf, sharedTicks } from '../../../ui/chart/ticks.js';
import { type Span, type Tie, tieTo, toScale } from '../../../ui/chart/tie.js';
import { intentSign, referenceOf } from './reference.js';

export interface Columns {
  x: readonly number[];
  value: readonly number[];
  n: readonly (number | null)[];
}

type Half = Measure & { direction: 'higher_better' | 'lower_better' | 'target_band' };

/** What a chart of a pair is made of: the columns as the API sends them, and what they mean. */
export interface PairInput {
  series: { axis: Axis; proxy: Columns; intent: Columns };
  proxy: Half;
  intent: Half;
  /** First and last day of the reference period, `2026-03-01`, where they were chosen. */
  referenceFromOn?: string | null;
  referenceToOn?: string | null;
  /** The level of the intent as a detector knows it; smoothed from the audits when left out. */
  intentLevel?: Band;
}

/** What stands at one place of the axis, in the metrics' own units. */
export interface Reading {
  x: number;
  proxy: number | null;
  /** 7-day mean of the proxy. */
  proxyMean: number | null;
  intent: number | null;
  low: number | null;
  high: number | null;
  /** Of the audit at this very place. */
  audit: number | null;
  n: number | null;
}

/** A pair ready to draw. Everything called z lies on the shared scale. */
export interface PairModel {
  axis: Axis;
  proxy: Half;
  intent: Half;
  proxyTie: Tie;
  intentTie: Tie;
  reference: Span | null;
  /** Whether the owner chose the reference period. */
  referenceChosen: boolean;
  dailyZ: Line;
  meanZ: Line;
  auditsZ: { x: number; z: number; n: number | null }[];
  bandZ: Band;
  /** Where the proxy is missing, and where audits were skipped. */
  missing: Span[];
  skipped: Span[];
  /** Lowest and highest place on the shared scale. */
  range: [number, number];
  grid: number[];
  readings: Reading[];
}

/** 7 days over time, 7 points over steps and KL. */
const halfWindow = 3;

/** Works out everything that a chart of a pair shows. */
export function pairModel(input: PairInput): PairModel {
  const { axis } = input.series;
  const proxy = sorted(input.series.proxy);
  const intent = sorted(input.series.intent);
  const mean = meanOf(axis, proxy);
  const level = input.intentLevel ?? smoothLevel(intent, input.intent.scale === 'proportion', proxy.x.at(-1));
  const chosen = axis === 'time' ? chosenReference(input) : {};
  const reference = referenceOf(chosen, intent.x);
  const proxyTie = tieTo(proxy.x, mean, reference, 1);
  const sign = intentSign(input.proxy.direction, input.intent.direction);
  const intentTie = tieTo(intent.x, intent.value, reference, sign);
  const onProxy = (value: number) => toScale(proxyTie, value);
  const onIntent = (value: number) => toScale(intentTie, value);
  const dailyZ = broken({ x: proxy.x, y: proxy.value.map(onProxy) });
  const auditsZ = intent.x.map((x, at) => ({ x, z: onIntent(intent.value[at]!), n: intent.n[at] ?? null }));
  const bandZ = {
    x: level.x,
    mid: level.mid.map(onIntent),
    low: level.low.map(onIntent),
    high: level.high.map(onIntent),
  };
  const range = rangeOf([...dailyZ.y, ...auditsZ.map(({ z }) => z), ...bandZ.low, ...bandZ.high]);
  return {
    axis,
    proxy: input.proxy,
    intent: input.intent,
    proxyTie,
    intentTie,
    reference,
    referenceChosen: chosen.from !== undefined || chosen.to !== undefined,
    dailyZ,
    meanZ: broken({ x: proxy.x, y: mean.map(onProxy) }),
    auditsZ,
    bandZ,
    missing: breaksOf(proxy.x),
    skipped: breaksOf(intent.x),
    range,
    grid: sharedTicks(intent.x.length > 0 ? intentTie : proxyTie, ...range),
    readings: readingsOf(proxy, mean, intent, level),
  };
}

function sorted({ x, value, n }: Columns): Columns {
  if (x.every((at, index) => index === 0 || at >= x[index - 1]!)) return { x, value, n };
  const order = x.map((_, index) => index).sort((a, b) => x[a]! - x[b]!);
  return {
    x: order.map((index) => x[index]!),
    value: order.map((index) => value[index]!),
    n: order.map((index) => n[index]!),
  };
}

function meanOf(axis: Axis, { x, value }: Columns): number[] {
  if (axis === 'time') return movingMean(x, value, halfWindow * dayMs);
  return movingMean(
    x.map((_, index) => index),
    value,
    halfWindow,
  );
}

function chosenReference({ referenceFromOn, referenceToOn }: PairInput): Partial<Span> {
  return {
    ...(referenceFromOn ? { from: Date.parse(`${referenceFromOn}T00:00:00Z`) } : {}),
    ...(referenceToOn ? { to: Date.parse(`${referenceToOn}T00:00:00Z`) + dayMs - 1 } : {}),
  };
}

/** Every place where there is a value, in order of x. */
function readingsOf(proxy: Columns, mean: number[], intent: Columns, level: Band): Reading[] {
  const readings = new Map<number, Reading>();
  const nothing = { proxy: null, proxyMean: null, audit: null, n: null };
  const at = (x: number): Reading => readings.get(x) ?? { x, ...nothing, ...levelAt(level, x) };
  proxy.x.forEach((x, index) =>
    readings.set(x, { ...at(x), proxy: proxy.value[index]!, proxyMean: mean[index]! }),
  );
  intent.x.forEach((x, index) =>
    readings.set(x, { ...at(x), audit: intent.value[index]!, n: intent.n[index] ?? null }),
  );
  return [...readings.values()].sort((a, b) => a.x - b.x);
}

/** The level between two places where it is known; null before the first and after the last. */
export function levelAt({ x, mid, low, high }: Band, at: number): Pick<Reading, 'intent' | 'low' | 'high'> {
  const unknown = { intent: null, low: null, high: null };
  if (x.length === 0 || at < x[0]! || at > x.at(-1)!) return unknown;
  let from = 0;
  let to = x.length - 1;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (x[middle]! <= at) from = middle;
    else to = middle;
  }
  const span = x[to]! - x[from]!;
  const share = span > 0 ? (at - x[from]!) / span : 0;
  const between = (values: number[]) => values[from]! + share * (values[to]! - values[from]!);
  return { intent: between(mid), low: between(low), high: between(high) };
}
