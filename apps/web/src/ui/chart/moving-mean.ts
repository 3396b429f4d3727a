/** One line of values over x; null breaks the line. Both arrays have the same length, x ascends. */
export interface Line {
  x: number[];
  y: (number | null)[];
}

export const dayMs = 86_400_000;

/**
 * The distance in x from which on two neighbours count as interrupted: three times the usual one.
 * @param x ascending
 * @returns Infinity where there are too few points to know what is usual
 */
export function breakDistance(x: readonly number[]): number {
  if (x.length < 4) return Infinity;
  const steps = x
    .slice(1)
    .map((at, index) => at - x[index]!)
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  const usual = steps[Math.floor(steps.length / 2)];
  return usual === undefined ? Infinity : 3 * usual;
}

/** Where a line is interrupted: from the last point before to the first after. */
export function breaksOf(x: readonly number[]): { from: number; to: number }[] {
  const tooFar = breakDistance(x);
  return x.flatMap((at, index) => {
    const before = x[index - 1];
    return before !== undefined && at - before > tooFar ? [{ from: before, to: at }] : [];
  });
}

/** Puts a null into every interruption, so that what draws the line lifts the pen. */
export function broken({ x, y }: { x: readonly number[]; y: readonly number[] }): Line {
  const tooFar = breakDistance(x);
  const line: Line = { x: [], y: [] };
  x.forEach((at, index) => {
    const before = x[index - 1];
    if (before !== undefined && at - before > tooFar) {
      line.x.push((before + at) / 2);
      line.y.push(null);
    }
    line.x.push(at);
    line.y.push(y[index]!);
  });
  return line;
}

/**
 * The mean of what lies around each point, never across an interruption.
 * @param halfWidth in units of x: 3 days for a mean of 7 days
 */
export function movingMean(x: readonly number[], y: readonly number[], halfWidth: number): number[] {
  const tooFar = breakDistance(x);
  const means: number[] = [];
  let sectionStart = 0;
  for (let index = 0; index < x.length; index += 1) {
    if (index > 0 && x[index]! - x[index - 1]! > tooFar) sectionStart = index;
    let sum = y[index]!;
    let count = 1;
    for (let back = index - 1; back >= sectionStart && x[index]! - x[back]! <= halfWidth; back -= 1) {
      sum += y[back]!;
      count += 1;
    }
    for (let ahead = index + 1; ahead < x.length && x[ahead]! - x[index]! <= halfWidth; ahead += 1) {
      if (x[ahead]! - x[ahead - 1]! > tooFar) break;
      sum += y[ahead]!;
      count += 1;
    }
    means.push(sum / count);
  }
  return means;
}
