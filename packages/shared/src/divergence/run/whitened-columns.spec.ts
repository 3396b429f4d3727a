import { factorise, forwardSolve } from '../numeric/cholesky.js';
import { seededRandom } from '../numeric/seeded-random.js';
import { whitening } from './whiten.js';
import { WhitenedColumns } from './whitened-columns.js';

const random = seededRandom('whitened');
const size = 23;
const t = Float64Array.from({ length: size }, (_, k) => (k + random.uniform(-0.4, 0.4)) / (size - 1));
const variance = Float64Array.from(t, () => random.uniform(0.2, 3));
const drawn = (count: number) =>
  Array.from({ length: count }, () => Float64Array.from(t, () => random.normal()));

/** The same products by the whole matrix: noise, wander and one outer product a nuisance column. */
function byWholeMatrix(
  columns: readonly Float64Array[],
  nuisance: readonly Float64Array[],
  wander: number,
  length: number,
) {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const shared = nuisance.reduce((sum, column) => sum + column[i]! * column[j]!, 0);
      const near = wander * Math.exp(-Math.abs(t[i]! - t[j]!) / length);
      matrix[i * size + j] = (i === j ? variance[i]! : 0) + near + shared;
    }
  }
  const logDeterminant = factorise(matrix, size);
  const sides = new Float64Array(size * columns.length);
  columns.forEach((column, c) => column.forEach((value, k) => (sides[k * columns.length + c] = value)));
  forwardSolve(matrix, size, sides, columns.length);
  const dot = (a: number, b: number) => {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += sides[k * columns.length + a]! * sides[k * columns.length + b]!;
    return sum;
  };
  return { logDeterminant, dot };
}

describe('columns whitened by a filter', () => {
  it.each([
    ['noise alone', 0, 1],
    ['a short wander', 1.5, 0.08],
    ['a long wander', 0.7, 0.6],
  ])('multiply as under the whole covariance: %s', (_, wander, length) => {
    const columns = drawn(4);
    const nuisance = [new Float64Array(size).fill(10), ...drawn(2)];
    const fast = new WhitenedColumns(columns, nuisance);
    fast.under(whitening(t, variance, 9, 0.3));
    const logDeterminant = fast.under(whitening(t, variance, wander, length));
    const whole = byWholeMatrix(columns, nuisance, wander, length);
    expect(logDeterminant).toBeCloseTo(whole.logDeterminant, 9);
    for (let a = 0; a < 4; a++) {
      for (let b = 0; b <= a; b++) expect(fast.dot(a, b)).toBeCloseTo(whole.dot(a, b), 9);
    }
  });
});
