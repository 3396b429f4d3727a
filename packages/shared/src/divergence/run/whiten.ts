/**
 * Whitening of what the evaluations carry besides the hypotheses: their own noise and an Ornstein-Uhlenbeck wander of
 * the link. The wander has one state, so a Kalman filter's innovations are the whitened values: K steps a column
 * instead of a K x K factorisation (Durbin & Koopman, Time Series Analysis by State Space Methods, ch. 2 and 4).
 */
export interface Whitening {
  /** log of the determinant of the covariance. */
  logDeterminant: number;
  /** What the state keeps of an innovation. */
  gain: Float64Array;
  /** 1 / standard deviation of each innovation. */
  scale: Float64Array;
  /** How much of the state is left at the next evaluation. */
  decay: Float64Array;
}

/** `variance` of each evaluation at its `t`; the wander's variance and its length in shares of the run. */
export function whitening(
  t: Float64Array,
  variance: Float64Array,
  wanderVariance: number,
  wanderLength: number,
): Whitening {
  const size = t.length;
  const gain = new Float64Array(size);
  const scale = new Float64Array(size);
  const decay = new Float64Array(size);
  let logDeterminant = 0;
  let before = wanderVariance;
  for (let k = 0; k < size; k++) {
    const total = before + variance[k]!;
    gain[k] = before / total;
    scale[k] = 1 / Math.sqrt(total);
    logDeterminant += Math.log(total);
    const left = k + 1 < size ? Math.exp(-(t[k + 1]! - t[k]!) / wanderLength) : 0;
    decay[k] = left;
    before = left * left * before * (1 - gain[k]!) + wanderVariance * (1 - left * left);
  }
  return { logDeterminant, gain, scale, decay };
}

/** Whitens `column` into `out` from `start` on. */
export function whiten(by: Whitening, column: Float64Array, out: Float64Array, start: number): void {
  const { gain, scale, decay } = by;
  let state = 0;
  for (let k = 0; k < column.length; k++) {
    const innovation = column[k]! - state;
    out[start + k] = innovation * scale[k]!;
    state = decay[k]! * (state + gain[k]! * innovation);
  }
}
