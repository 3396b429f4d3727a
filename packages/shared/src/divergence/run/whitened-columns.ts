import { factorise } from '../numeric/cholesky.js';
import { whiten, type Whitening } from './whiten.js';

/**
 * Columns under one covariance after the other, and their products x' C⁻¹ y. C is the whitening's covariance plus one
 * outer product for each nuisance column (already scaled by its prior SD), taken out by the Woodbury identity.
 */
export class WhitenedColumns {
  private readonly values: Float64Array;
  private readonly projections: Float64Array;
  private readonly known: Float64Array;
  private readonly size: number;
  private readonly rank: number;

  constructor(
    private readonly columns: readonly Float64Array[],
    private readonly nuisance: readonly Float64Array[],
  ) {
    this.size = columns[0]!.length;
    this.rank = nuisance.length;
    this.values = new Float64Array(columns.length * this.size);
    this.projections = new Float64Array(columns.length * this.rank);
    this.known = new Float64Array(this.rank * this.size);
  }

  /** Whitens anew, and answers the log determinant of the whole covariance. */
  under(by: Whitening): number {
    const { columns, nuisance, values, known, size, rank } = this;
    nuisance.forEach((column, r) => whiten(by, column, known, r * size));
    const gram = new Float64Array(rank * rank);
    for (let i = 0; i < rank; i++) {
      for (let j = 0; j <= i; j++) {
        gram[i * rank + j] = product(known, i * size, known, j * size, size) + (i === j ? 1 : 0);
      }
    }
    const logDeterminant = by.logDeterminant + factorise(gram, rank);
    for (let c = 0; c < columns.length; c++) {
      whiten(by, columns[c]!, values, c * size);
      this.project(gram, c);
    }
    return logDeterminant;
  }

  /** a' C⁻¹ b of two columns. */
  dot(a: number, b: number): number {
    const { values, projections, size, rank } = this;
    const whole = product(values, a * size, values, b * size, size);
    return whole - product(projections, a * rank, projections, b * rank, rank);
  }

  /** What of a column the nuisance explains, in the coordinates of the factor of its Gram matrix. */
  private project(factor: Float64Array, c: number): void {
    const { values, projections, known, size, rank } = this;
    for (let i = 0; i < rank; i++) {
      let sum = product(known, i * size, values, c * size, size);
      for (let j = 0; j < i; j++) sum -= factor[i * rank + j]! * projections[c * rank + j]!;
      projections[c * rank + i] = sum / factor[i * rank + i]!;
    }
  }
}

function product(a: Float64Array, fromA: number, b: Float64Array, fromB: number, size: number): number {
  let sum = 0;
  for (let k = 0; k < size; k++) sum += a[fromA + k]! * b[fromB + k]!;
  return sum;
}
