/**
 * Local linear regression with tricube weights (Cleveland 1979). `times` rise; the value at each of `at` comes
 * from the points within `halfWidth`, widened by half until at least three lie inside.
 */
export function localLinear(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  at: ArrayLike<number>,
  halfWidth: number,
): Float64Array {
  return Float64Array.from(at, (centre) => {
    let width = halfWidth;
    const needed = Math.min(3, times.length);
    for (let round = 0; round < 40; round++, width *= 1.5) {
      const first = firstAtLeast(times, centre - width);
      const end = firstAtLeast(times, centre + width);
      if (end - first >= needed) return fitAt(times, values, centre, width, first, end);
    }
    return values[Math.min(firstAtLeast(times, centre), values.length - 1)]!;
  });
}

function fitAt(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  centre: number,
  width: number,
  first: number,
  end: number,
): number {
  let w0 = 0;
  let w1 = 0;
  let w2 = 0;
  let y0 = 0;
  let y1 = 0;
  for (let i = first; i < end; i++) {
    const d = (times[i]! - centre) / width;
    const cube = 1 - Math.abs(d * d * d);
    const weight = cube * cube * cube + 1e-9;
    w0 += weight;
    w1 += weight * d;
    w2 += weight * d * d;
    y0 += weight * values[i]!;
    y1 += weight * d * values[i]!;
  }
  const determinant = w0 * w2 - w1 * w1;
  if (determinant <= 1e-9 * w0 * w0) return y0 / w0;
  return (w2 * y0 - w1 * y1) / determinant;
}

/** The first index whose time is not below `time`; the length when there is none. */
export function firstAtLeast(times: ArrayLike<number>, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Linear interpolation of rising points; flat outside of them. */
export function interpolate(times: ArrayLike<number>, values: ArrayLike<number>, time: number): number {
  const next = firstAtLeast(times, time);
  if (next === 0) return values[0]!;
  if (next === times.length) return values[times.length - 1]!;
  const span = times[next]! - times[next - 1]!;
  const share = span > 0 ? (time - times[next - 1]!) / span : 1;
  return values[next - 1]! + share * (values[next]! - values[next - 1]!);
}
