/**
 * Multinomial logistic regression with a ridge, classes weighed alike, by gradient steps with momentum (Adam). Columns
 * are standardised and bound to ±3, as they are when the weights are used.
 */
export function fitSoftmax(columns, classes, count, { ridge = 0.003, rounds = 1500, rate = 0.03 } = {}) {
  const width = columns[0].length;
  const centres = Array.from({ length: width }, (_, k) => mean(columns.map((row) => row[k])));
  const spreads = centres.map((centre, k) =>
    Math.max(0.05, Math.sqrt(mean(columns.map((row) => (row[k] - centre) ** 2)))),
  );
  const rows = columns.map((row) => [
    1,
    ...row.map((value, k) => Math.min(3, Math.max(-3, (value - centres[k]) / spreads[k]))),
  ]);
  const weightOf = Array.from(
    { length: count },
    (_, c) => 1 / count / Math.max(1, classes.filter((one) => one === c).length),
  );
  const size = count * (width + 1);
  const weights = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  for (let round = 1; round <= rounds; round++) {
    const gradient = weights.map((value) => 2 * ridge * value);
    rows.forEach((row, i) => {
      const chances = softmax(row, weights, count);
      for (let c = 0; c < count; c++) {
        const off = weightOf[classes[i]] * (chances[c] - (c === classes[i] ? 1 : 0));
        for (let k = 0; k <= width; k++) gradient[c * (width + 1) + k] += off * row[k];
      }
    });
    for (let k = 0; k < size; k++) {
      first[k] = 0.9 * first[k] + 0.1 * gradient[k];
      second[k] = 0.999 * second[k] + 0.001 * gradient[k] ** 2;
      const step = first[k] / (1 - 0.9 ** round) / (Math.sqrt(second[k] / (1 - 0.999 ** round)) + 1e-8);
      weights[k] -= rate * step;
    }
  }
  const right = mean(
    rows.map((row, i) => {
      const chances = softmax(row, weights, count);
      return chances.indexOf(Math.max(...chances)) === classes[i] ? 1 : 0;
    }),
  );
  const split = Array.from({ length: count }, (_, c) =>
    Array.from(weights.subarray(c * (width + 1), (c + 1) * (width + 1))),
  );
  return { centres, spreads, rows: split, right };
}

function softmax(row, weights, count) {
  const scores = Array.from({ length: count }, (_, c) =>
    row.reduce((sum, value, k) => sum + value * weights[c * row.length + k], 0),
  );
  const top = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - top));
  const sum = odds.reduce((total, value) => total + value, 0);
  return odds.map((value) => value / sum);
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
