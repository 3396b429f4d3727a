import { fromScale, type Tie, toScale } from './tie.js';

/** A round distance that cuts `span` into about `wanted` parts: 1, 2, 2.5 or 5 times a power of ten. */
export function roundStep(span: number, wanted: number): number {
  const rough = span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 2.5, 5].find((one) => one * power >= rough) ?? 10);
}

/** Places of the shared grid on the tied scale: round values of the series that `tie` hangs. Ascending. */
export function sharedTicks(tie: Tie, low: number, high: number, wanted = 7): number[] {
  const [from, to] = [fromScale(tie, low), fromScale(tie, high)].sort((a, b) => a - b) as [number, number];
  if (!(to > from)) return [];
  const step = roundStep(to - from, wanted);
  const ticks: number[] = [];
  for (let index = Math.ceil(from / step); index * step <= to; index += 1) {
    ticks.push(toScale(tie, index * step));
  }
  return ticks.sort((a, b) => a - b);
}

/** Digits after the point that tell neighbours apart which lie `step` from each other. At most 6. */
export function digitsFor(step: number): number {
  const size = Math.abs(step);
  if (!Number.isFinite(size) || size === 0) return 2;
  const whole = Math.max(0, Math.ceil(-Math.log10(size)));
  const fits = Math.abs(size * 10 ** whole - Math.round(size * 10 ** whole)) < 1e-6 * size * 10 ** whole;
  return Math.min(6, fits ? whole : whole + 1);
}

/** The lowest and highest of what is drawn, with air above and below; a unit each way where nothing is. */
export function rangeOf(values: Iterable<number | null>, air = 0.08): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return [-1, 1];
  const margin = Math.max((high - low) * air, 0.25);
  return [low - margin, high + margin];
}
