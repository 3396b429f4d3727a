/** The middle value; the mean of the two in the middle for an even count; NaN for none. The input is left as it is. */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  if (sorted.length === 0) return NaN;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Median of each value and its neighbours, `width` (odd) together, fewer at the ends. */
export function runningMedian(values: ArrayLike<number>, width: number): Float64Array {
  const all = Float64Array.from(values);
  const reach = width >> 1;
  return all.map((_, i) => median(all.subarray(Math.max(0, i - reach), i + reach + 1)));
}

/** Standard deviation from the median of absolute deviations; 1.4826 makes it exact for a normal. */
export function robustSd(values: ArrayLike<number>): number {
  const centre = median(values);
  return 1.4826 * median(Float64Array.from(values, (value) => Math.abs(value - centre)));
}

/**
 * Where a distribution over intervals has gathered `share` of its mass. Interval j reaches from edges[j] to
 * edges[j + 1] and holds masses[j], evenly; the masses sum to one.
 */
export function intervalQuantile(edges: readonly number[], masses: readonly number[], share: number): number {
  let gathered = 0;
  for (let j = 0; j < masses.length; j++) {
    const mass = masses[j]!;
    if (mass > 0 && gathered + mass >= share) {
      return edges[j]! + ((share - gathered) / mass) * (edges[j + 1]! - edges[j]!);
    }
    gathered += mass;
  }
  return edges[masses.length]!;
}
