import { lagPriors, lags } from './proxy-regressors.js';
import type { ReferencePeriod } from './reference-period.js';
import { rowWidth } from './reference-rows.js';
import { newFilter, passAudit, slot, waves } from './relation-filter.js';

/** Filters that are kept after the reference period. */
export const filtersKept = 2;

/** Every lag with every kind of misfit, passed over the audits of the reference period; the likeliest stay. */
export function learnRelation(reference: ReferencePeriod, rows: readonly number[]): Float64Array[] {
  const all = lags.flatMap((_, lag) =>
    waves.map((wave) => newFilter(lag, wave, lagPriors[lag]! / waves.length)),
  );
  let before = NaN;
  for (let at = 0; at < rows.length; at += rowWidth) {
    const t = rows[at]!;
    const weeks = Number.isNaN(before) ? 1 : (t - before) / 7;
    before = t;
    const z = (rows[at + 1]! - reference.intentCentre) / reference.intentSpread;
    const noise = rows[at + 2]! > 0 ? reference.size / rows[at + 2]! : 1;
    for (const filter of all) {
      const lag = filter[slot.lag]!;
      const short = rows[at + 3 + lag]!;
      const slow = rows[at + 3 + lags.length + lag]!;
      const u = (short - slow) / reference.proxySpread;
      const w = (slow - reference.proxyCentre) / reference.proxySpread;
      passAudit(filter, weeks, u, w, z, noise);
    }
  }
  all.sort((one, other) => other[slot.logWeight]! - one[slot.logWeight]!);
  const kept = all.slice(0, filtersKept);
  levelWeights(kept);
  return kept;
}

/** Brings the weights to a sum of one. */
export function levelWeights(filters: readonly Float64Array[]): void {
  let top = -Infinity;
  for (const filter of filters) top = Math.max(top, filter[slot.logWeight]!);
  let sum = 0;
  for (const filter of filters) sum += Math.exp(filter[slot.logWeight]! - top);
  const total = top + Math.log(sum);
  for (const filter of filters) filter[slot.logWeight]! -= total;
}
