import { calendarDay } from '../../ui/time-words.js';

/** What the health of a metric is judged by. Days are written 2026-12-14. */
export interface MetricFacts {
  role: string;
  state: string;
  unmeasured: boolean;
  heldOut: boolean;
  reviewByOn: string | null;
  retiredOn: string | null;
  lastAt: string | null;
}

function todayInUtc(): string {
  return new Date().toISOString().slice(0, 10);
}

/** What is not as it should be with a metric, the gravest first; empty when all is well. */
export function healthWords(metric: MetricFacts, today = todayInUtc()): string[] {
  if (metric.state === 'retired') return [`retired ${calendarDay(metric.retiredOn ?? today)}`];
  const words: string[] = [];
  if (metric.unmeasured) words.push('unmeasured proxy');
  if (metric.reviewByOn !== null && metric.reviewByOn < today)
    words.push(`review due ${calendarDay(metric.reviewByOn)}`);
  if (metric.lastAt === null) words.push('no values yet');
  return words;
}
