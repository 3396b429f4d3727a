import { fitGao, gaoTurn, type GaoCurve } from './gao-curve.js';

/** An intent (or gold score) at an optimisation distance; n its sample size where known. */
export interface DistancePoint {
  kl: number;
  v: number;
  n?: number | null;
}

export interface TurningPoint {
  /** Distance (KL) at which the intent is highest; 90 % of the likelihood lies between lo and hi. */
  kl: number;
  lo: number;
  hi: number;
  curve: GaoCurve;
}

/**
 * Where more optimisation begins to cost intent: y = c + a d - b g(d), d = sqrt(KL), with g = d² (best-of-n) or
 * d log d (RL), the one that fits better (Gao, Schulman & Hilton, arXiv 2210.10760). `v` with higher as better. Null
 * below 6 points or where the bend b is not above 1.645 standard errors: then no turn was seen.
 */
export function turningPoint(points: readonly DistancePoint[]): TurningPoint | null {
  const usable = points.filter((point) => Number.isFinite(point.v) && point.kl >= 0);
  if (usable.length < 6) return null;
  const fits = (['best_of_n', 'rl'] as const).map((curve) => fitGao(usable, curve));
  const best = fits.reduce((one, other) => (other.squares < one.squares ? other : one));
  if (!(best.a > 0) || !(best.b > 1.645 * best.bError)) return null;
  const at = gaoTurn(best.a, best.b, best.curve);
  const { lo, hi } = likelyTurns(usable, best.curve, best.squares);
  return { kl: at ** 2, lo: Math.min(lo, at) ** 2, hi: Math.max(hi, at) ** 2, curve: best.curve };
}

/** Profile likelihood: turns d* at which the best fit is at most 2.706/2 log units worse. */
function likelyTurns(
  points: readonly DistancePoint[],
  curve: GaoCurve,
  squares: number,
): { lo: number; hi: number } {
  const furthest = 3 * Math.sqrt(Math.max(...points.map((point) => point.kl)));
  const free = Math.max(1, points.length - 3);
  const bound = squares * (1 + 2.706 / free) + 1e-12;
  let lo = Infinity;
  let hi = -Infinity;
  for (let k = 1; k <= 400; k++) {
    const turn = (furthest * k) / 400;
    if (fitGao(points, curve, turn).squares > bound) continue;
    lo = Math.min(lo, turn);
    hi = Math.max(hi, turn);
  }
  return { lo, hi };
}
