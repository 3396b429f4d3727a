/**
 * Logistic regression by Newton's method: `rows` are lists of features (the first is 1), `outcomes` 0 or 1. A faint
 * ridge keeps separable data finite.
 */
export function logisticFit(rows, outcomes, ridge = 1e-3) {
  const count = rows[0].length;
  let weights = Array.from({ length: count }, () => 0);
  for (let round = 0; round < 50; round++) {
    const slope = weights.map((weight) => -ridge * weight);
    const bend = weights.map((_, i) => weights.map((__, j) => (i === j ? ridge : 0)));
    rows.forEach((row, r) => {
      const chance = 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * weights[i], 0)));
      for (let i = 0; i < count; i++) {
        slope[i] += (outcomes[r] - chance) * row[i];
        for (let j = 0; j < count; j++) bend[i][j] += chance * (1 - chance) * row[i] * row[j];
      }
    });
    const step = solved(bend, slope);
    weights = weights.map((weight, i) => weight + step[i]);
    if (step.every((change) => Math.abs(change) < 1e-9)) break;
  }
  return weights;
}

/** Gauss elimination of a small positive definite system. */
function solved(matrix, right) {
  const rows = matrix.map((row, i) => [...row, right[i]]);
  const count = rows.length;
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      const share = rows[j][i] / rows[i][i];
      for (let k = i; k <= count; k++) rows[j][k] -= share * rows[i][k];
    }
  }
  const found = Array.from({ length: count }, () => 0);
  for (let i = count - 1; i >= 0; i--) {
    let sum = rows[i][count];
    for (let k = i + 1; k < count; k++) sum -= rows[i][k] * found[k];
    found[i] = sum / rows[i][i];
  }
  return found;
}
