import { dayMs } from '../../ui/chart/moving-mean.js';

/** Usual width of a tick's word, in px. */
const room = 64;

/** Beginnings of months (weeks where there are few), as many as find room. In milliseconds since 1970. */
export function monthTicks(from: number, to: number, width: number): number[] {
  const most = Math.max(2, Math.floor(width / room));
  if (to - from < 60 * dayMs) return weekTicks(from, to, most);
  const first = new Date(from);
  const months: number[] = [];
  for (let month = 1; ; month += 1) {
    const at = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1);
    if (at > to) break;
    months.push(at);
  }
  const every = [1, 2, 3, 6, 12].find((step) => months.length / step <= most) ?? 24;
  return months.filter((at) => new Date(at).getUTCMonth() % every === 0);
}

function weekTicks(from: number, to: number, most: number): number[] {
  const ticks: number[] = [];
  const step = Math.max(1, Math.ceil((to - from) / dayMs / 7 / most)) * 7 * dayMs;
  // 5 January 1970 was a Monday.
  for (let at = Math.ceil((from - 4 * dayMs) / step) * step + 4 * dayMs; at <= to; at += step) ticks.push(at);
  return ticks;
}
