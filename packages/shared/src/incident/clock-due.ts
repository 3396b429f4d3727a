import type { Period } from '../taxonomy/duties/reporting-duty.js';

const hour = 3_600_000;
const hoursIn = { hours: 1, days: 24, weeks: 168 } as const;

/**
 * When a period has passed. Days are spans of 24 hours, which is never later than what a law that counts whole days
 * gives; business days leave out Saturday and Sunday, holidays are not known here.
 * @param start ISO 8601
 */
export function clockDue(start: string, { count, unit }: Period): string {
  const from = new Date(start);
  switch (unit) {
    case 'business_days':
      return afterBusinessDays(from, count).toISOString();
    case 'months':
      return afterMonths(from, count).toISOString();
    case 'years':
      return afterMonths(from, 12 * count).toISOString();
    default:
      return new Date(from.getTime() + count * hoursIn[unit] * hour).toISOString();
  }
}

/** The same day of a later month; its last day where it has no such day. */
function afterMonths(from: Date, count: number): Date {
  const due = new Date(from);
  due.setUTCMonth(from.getUTCMonth() + count);
  if (due.getUTCDate() !== from.getUTCDate()) due.setUTCDate(0);
  return due;
}

function afterBusinessDays(from: Date, count: number): Date {
  const due = new Date(from);
  for (let left = count; left > 0;) {
    due.setUTCDate(due.getUTCDate() + 1);
    if (due.getUTCDay() % 6 !== 0) left--;
  }
  return due;
}
