/** How one series hangs on the shared scale: z = sign (value - mean) / sd. */
export interface Tie {
  mean: number;
  sd: number;
  /** -1 turns a series over whose better end lies the other way from its partner's. */
  sign: 1 | -1;
}

/** A stretch of x, both ends included. */
export interface Span {
  from: number;
  to: number;
}

export function toScale({ mean, sd, sign }: Tie, value: number): number {
  return (sign * (value - mean)) / sd;
}

export function fromScale({ mean, sd, sign }: Tie, z: number): number {
  return mean + sign * z * sd;
}

/**
 * Mean and standard deviation of a series in the reference period; of all of it where too little lies there.
 * A series that never moves gets a small deviation instead of none.
 */
export function tieTo(
  x: readonly number[],
  value: readonly number[],
  reference: Span | null,
  sign: 1 | -1,
): Tie {
  const within = reference ? value.filter((_, at) => inside(x[at]!, reference)) : [];
  const known = within.length >= 3 ? within : value;
  if (known.length === 0) return { mean: 0, sd: 1, sign };
  const mean = known.reduce((sum, one) => sum + one, 0) / known.length;
  const square = known.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, known.length - 1);
  return { mean, sd: Math.max(Math.sqrt(square), Math.abs(mean) / 200, 1e-9), sign };
}

function inside(at: number, { from, to }: Span): boolean {
  return at >= from && at <= to;
}
