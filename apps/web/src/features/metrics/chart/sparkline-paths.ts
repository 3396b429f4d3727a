import type { Columns } from './pair-model.js';

/** Paths of a sparkline in a box of `width` x `height` px; '' where there is nothing to draw. */
export interface SparkPaths {
  proxy: string;
  intent: string;
}

const edge = 2;

/** Each half fills the height on its own tie: mean and spread. x is shared. Numbers have one digit. */
export function sparkPaths(
  proxy: Pick<Columns, 'x' | 'value'>,
  intent: Pick<Columns, 'x' | 'value'>,
  sign: 1 | -1 = 1,
  width = 48,
  height = 24,
): SparkPaths {
  const all = [...proxy.x, ...intent.x];
  const from = Math.min(...all);
  const span = Math.max(...all) - from || 1;
  const tied = [standard(proxy.value, 1), standard(intent.value, sign)] as const;
  const values = tied.flat();
  const low = Math.min(...values);
  const range = Math.max(...values) - low || 1;
  const path = (x: readonly number[], z: readonly number[]): string =>
    x.length < 2
      ? ''
      : x
          .map((at, index) => {
            const left = edge + ((at - from) / span) * (width - 2 * edge);
            const top = height - edge - ((z[index]! - low) / range) * (height - 2 * edge);
            return `${index === 0 ? 'M' : 'L'}${left.toFixed(1)} ${top.toFixed(1)}`;
          })
          .join('');
  return { proxy: path(proxy.x, tied[0]), intent: path(intent.x, tied[1]) };
}

/** Distance from the mean of the first half, in its standard deviations: where both began together. */
function standard(value: readonly number[], sign: 1 | -1): number[] {
  const first = value.slice(0, Math.max(2, Math.ceil(value.length / 2)));
  if (first.length === 0) return [];
  const mean = first.reduce((sum, one) => sum + one, 0) / first.length;
  const square = first.reduce((sum, one) => sum + (one - mean) ** 2, 0) / first.length;
  const sd = Math.max(Math.sqrt(square), Math.abs(mean) / 200, 1e-9);
  return value.map((one) => (sign * (one - mean)) / sd);
}
