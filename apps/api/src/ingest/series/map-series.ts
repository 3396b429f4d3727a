import type { NewObservation } from '@plumbline/shared/contract/observation';
import type { SeriesRule } from '@plumbline/shared/contract/source';
import type { OfferedPoint, OfferedSeries } from './offered-series.js';

/** The first rule that fits a series; null when none does. */
export function ruleFor(
  rules: readonly SeriesRule[],
  series: Pick<OfferedSeries, 'name' | 'labels'>,
): SeriesRule | null {
  return rules.find((rule) => fits(rule, series)) ?? null;
}

function fits(rule: SeriesRule, { name, labels }: Pick<OfferedSeries, 'name' | 'labels'>): boolean {
  return (
    matches(rule.name, name) && Object.entries(rule.labels).every(([label, value]) => labels[label] === value)
  );
}

/** Whether a name fits a pattern in which `*` stands for anything; in time linear to the name. */
function matches(pattern: string, name: string): boolean {
  const [first, ...rest] = pattern.split('*') as [string, ...string[]];
  if (rest.length === 0) return name === first;
  if (!name.startsWith(first)) return false;
  const last = rest.pop()!;
  let from = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return name.length - last.length >= from && name.endsWith(last);
}

/** The key of the metric that a rule makes of a series. */
export function metricOf(rule: SeriesRule, { name }: Pick<OfferedSeries, 'name'>): string {
  return rule.metric.replaceAll('$name', name);
}

/**
 * The points of a series as observations: of each span of `everySeconds` the last value, at the beginning of the span,
 * so that the next request replaces it rather than adding another.
 */
export function observationsOf(
  rule: SeriesRule,
  series: OfferedSeries,
  points = series.points,
): NewObservation[] {
  const span = rule.everySeconds * 1000;
  const last = new Map<number, OfferedPoint>();
  for (const point of points) {
    const begins = Math.floor(point.at / span) * span;
    const before = last.get(begins);
    if (!before || before.at <= point.at) last.set(begins, point);
  }
  const part = (from: SeriesRule['environment']): string =>
    from === null ? '' : 'word' in from ? from.word : (series.labels[from.label] ?? '');
  return [...last].map(([begins, { value, n }]) => ({
    metric: metricOf(rule, series),
    at: new Date(begins).toISOString(),
    value,
    n,
    environment: part(rule.environment),
    segment: part(rule.segment),
    version: part(rule.version) || null,
    run: part(rule.run) || null,
  }));
}

/** How far a counter was, and when; for a histogram the sum and the count. */
export interface CounterState {
  at: number;
  total: number;
  count: number;
}

/**
 * The growth between the readings of a counter. One that falls began anew at nought. The first reading ever says
 * nothing yet; readings that are older than the last one known were counted before. Of a histogram the mean of what
 * was added, and how many that were.
 */
export function growth(
  points: readonly OfferedPoint[],
  before: CounterState | null,
  histogram = false,
): { points: OfferedPoint[]; state: CounterState | null } {
  let state = before;
  const grown: OfferedPoint[] = [];
  for (const { at, value, n } of [...points].sort((one, other) => one.at - other.at)) {
    if (state && at <= state.at) continue;
    const now = { at, total: value, count: n ?? 0 };
    if (state)
      grown.push(...(histogram ? addedTo(state, now) : [{ at, n: null, value: since(state.total, value) }]));
    state = now;
  }
  return { points: grown, state };
}

const since = (before: number, now: number): number => (now >= before ? now - before : now);

function addedTo(before: CounterState, now: CounterState): OfferedPoint[] {
  const restarted = now.count < before.count;
  const n = restarted ? now.count : now.count - before.count;
  if (n <= 0) return [];
  return [{ at: now.at, n, value: (restarted ? now.total : now.total - before.total) / n }];
}
