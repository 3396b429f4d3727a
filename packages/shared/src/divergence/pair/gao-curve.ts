import { factorise, forwardSolve } from '../numeric/cholesky.js';
import type { DistancePoint } from './turning-point.js';

export type GaoCurve = 'best_of_n' | 'rl';

export interface GaoFit {
  curve: GaoCurve;
  a: number;
  b: number;
  bError: number;
  /** Weighted residual sum of squares. */
  squares: number;
}

/** The distance d at which a d - b g(d) is highest. */
export function gaoTurn(a: number, b: number, curve: GaoCurve): number {
  return curve === 'best_of_n' ? a / (2 * b) : Math.exp(a / b - 1);
}

/** Weighted least squares (by n); with `turn`, a is bound to b so that the turn lies there. */
export function fitGao(points: readonly DistancePoint[], curve: GaoCurve, turn?: number): GaoFit {
  const ratio = turn === undefined ? 0 : curve === 'best_of_n' ? 2 * turn : 1 + Math.log(turn);
  const size = turn === undefined ? 3 : 2;
  const normal = new Float64Array(size * size);
  const right = new Float64Array(size);
  const rows = points.map((point) => {
    const d = Math.sqrt(point.kl);
    const bend = curve === 'best_of_n' ? d * d : d > 0 ? d * Math.log(d) : 0;
    const columns = turn === undefined ? [1, d, -bend] : [1, ratio * d - bend];
    return { columns, v: point.v, weight: point.n && point.n > 0 ? point.n : 1 };
  });
  for (const { columns, v, weight } of rows) {
    for (let i = 0; i < size; i++) {
      right[i]! += weight * columns[i]! * v;
      for (let j = 0; j < size; j++) normal[i * size + j]! += weight * columns[i]! * columns[j]!;
    }
  }
  const factor = normal.slice();
  factorise(factor, size, 1e-12);
  const solved = backSolve(factor, size, right);
  const squares = rows.reduce((sum, { columns, v, weight }) => {
    const fitted = columns.reduce((total, column, i) => total + column * solved[i]!, 0);
    return sum + weight * (v - fitted) ** 2;
  }, 0);
  const last = new Float64Array(size);
  last[size - 1] = 1;
  const bVariance = backSolve(factor, size, last)[size - 1]! * (squares / Math.max(1, points.length - 3));
  const b = solved[size - 1]!;
  return { curve, a: turn === undefined ? solved[1]! : ratio * b, b, bError: Math.sqrt(bVariance), squares };
}

/** Solves L L' x = y. */
function backSolve(factor: Float64Array, size: number, y: Float64Array): Float64Array {
  const x = y.slice();
  forwardSolve(factor, size, x, 1);
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i]! -= factor[k * size + i]! * x[k]!;
    x[i]! /= factor[i * size + i]!;
  }
  return x;
}
