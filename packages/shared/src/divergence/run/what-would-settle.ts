import { logit } from '../numeric/logistic.js';
import { median } from '../numeric/quantile.js';
import type { IntentNoise } from './intent-noise.js';
import type { PreparedRun } from './prepare-run.js';
import type { RunCheck } from './run-check.js';

/**
 * How many further evaluations of the usual size would bring the chance to a verdict. Each adds about
 * a quarter of (effect / noise)² to the log odds: half of the squared distance, and half of that for the nuisance.
 */
export function whatWouldSettle(
  run: PreparedRun,
  noise: IntentNoise,
  chance: number,
  bounds: { speak: number; calm: number },
  fall: number,
): RunCheck['settle'] {
  const goal = Math.max(0.25 * noise.effect, fall);
  const gain = (0.25 * goal ** 2) / noise.sd ** 2;
  const odds = logit(chance);
  const distance = chance >= 0.5 ? logit(bounds.speak) - odds : odds - logit(bounds.calm);
  const more = Math.ceil((distance + 1.2) / gain);
  if (!(more <= 60)) return 'raise_n';
  return { more: Math.max(1, more), n: run.nSaid ? Math.round(median(run.n)) : null };
}
