/**
 * Replaces the lower triangle of a symmetric positive definite matrix (size x size, row by row) by its
 * Cholesky factor and answers the log of its determinant. Pivots are kept above `floor`.
 */
export function factorise(matrix: Float64Array, size: number, floor = 1e-300): number {
  let logDeterminant = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i * size + k]! * matrix[j * size + k]!;
      if (i === j) {
        const pivot = Math.sqrt(Math.max(sum, floor));
        matrix[i * size + i] = pivot;
        logDeterminant += 2 * Math.log(pivot);
      } else {
        matrix[i * size + j] = sum / matrix[j * size + j]!;
      }
    }
  }
  return logDeterminant;
}

/**
 * Solves L Y = X in place for many right sides at once. `factor` is size x size; `sides` is size x count, row by
 * row, so that the inner loop runs over neighbours in memory.
 */
export function forwardSolve(factor: Float64Array, size: number, sides: Float64Array, count: number): void {
  for (let i = 0; i < size; i++) {
    const row = i * count;
    for (let k = 0; k < i; k++) {
      const weight = factor[i * size + k]!;
      if (weight === 0) continue;
      const other = k * count;
      for (let c = 0; c < count; c++) sides[row + c] = sides[row + c]! - weight * sides[other + c]!;
    }
    const scale = 1 / factor[i * size + i]!;
    for (let c = 0; c < count; c++) sides[row + c] = sides[row + c]! * scale;
  }
}
