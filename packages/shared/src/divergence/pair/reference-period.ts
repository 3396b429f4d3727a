import { clamp } from '../numeric/logistic.js';
import { median, robustSd } from '../numeric/quantile.js';
import type { FullPairSetting } from './pair-setting.js';
import { meanOfDays, ringDays, type ProxyDays } from './proxy-days.js';
import { rowWidth } from './reference-rows.js';

/** Centre and spread of both series while all was well, on the working scale (the proxy less its origin). */
export interface ReferencePeriod {
  until: number;
  audits: number;
  proxyCentre: number;
  proxySpread: number;
  intentCentre: number;
  intentSpread: number;
  /** The usual audit: what one without a size is taken for. */
  size: number;
}

/** Audits without which nothing can be said. */
export const fewestAudits = 12;

export function endReference(
  setting: FullPairSetting,
  days: ProxyDays,
  rows: readonly number[],
  until: number,
): ReferencePeriod {
  const levels: number[] = [];
  for (let day = Math.max(days.firstDay + 6, days.day - ringDays + 8); day < Math.floor(until); day++) {
    const level = meanOfDays(days, day - 7, day);
    if (!Number.isNaN(level)) levels.push(level);
  }
  const intents = rows.filter((_, at) => at % rowWidth === 1);
  const sizes = rows.filter((_, at) => at % rowWidth === 2).filter((n) => n > 0);
  const proxy = spreadOf(levels, setting.proxy.scale === 'proportion', days.origin);
  const intent = spreadOf(intents, setting.intent.scale === 'proportion', 0);
  return {
    until,
    audits: intents.length,
    proxyCentre: proxy.centre,
    proxySpread: proxy.spread,
    intentCentre: intent.centre,
    intentSpread: intent.spread,
    size: sizes.length > 0 ? median(sizes) : 150,
  };
}

/** Median, and the SD of values pulled in to 3.5 robust SDs; a constant series gets a spread it can be divided by. */
function spreadOf(
  values: readonly number[],
  logits: boolean,
  origin: number,
): { centre: number; spread: number } {
  if (values.length === 0) return { centre: 0, spread: 1 };
  const centre = median(values);
  const reach = 3.5 * robustSd(values);
  let square = 0;
  for (const value of values)
    square += (reach > 0 ? clamp(value - centre, -reach, reach) : value - centre) ** 2;
  const floor = logits ? 0.03 : 1e-6 * Math.abs(centre + origin) || 1e-9;
  const spread = Math.sqrt(square / values.length);
  return {
    centre,
    spread: spread > 1e-12 * Math.abs(centre + origin) ? Math.max(spread, logits ? floor : 0) : floor,
  };
}
