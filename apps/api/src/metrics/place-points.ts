import type { NamedPart } from '../systems/runs.queries.js';
import type { MetricAtDoor, SeriesKey } from './observations.queries.js';
import type { Point } from './read-point.js';

/** What is known when points are placed: the metrics they name, the versions and runs, and the day. */
export interface Known {
  metrics: ReadonlyMap<string, MetricAtDoor>;
  parts: readonly NamedPart[];
  today: string;
}

/**
 * Finds the series that a point belongs to.
 * @returns what makes the series, or a sentence that says why the point cannot be taken
 */
export function placePoint(point: Point, known: Known): SeriesKey | string {
  const metric = known.metrics.get(point.metric);
  if (!metric) return `There is no metric with the key "${point.metric.slice(0, 64)}".`;
  if (metric.archived) return `The metric "${metric.name}" is archived.`;
  if (metric.retiredOn !== null && metric.retiredOn <= (point.ts?.slice(0, 10) ?? known.today)) {
    return `The metric "${metric.name}" was retired on ${metric.retiredOn}.`;
  }
  if (point.unit && metric.unit && !sameUnit(point.unit, metric.unit)) {
    return `"${metric.name}" is counted in "${metric.unit}", not in "${point.unit}": convert the values first.`;
  }
  if (metric.scale === 'proportion' && (point.value < 0 || point.value > 1)) {
    return `"${metric.name}" is a proportion: send a share from 0 to 1, not ${point.value}.`;
  }
  const versionId = partOf(known, metric, 'version', point.version);
  if (versionId === undefined)
    return `There is no version "${point.version}" of this metric's system. Add it first.`;
  const runId = partOf(known, metric, 'run', point.run);
  if (runId === undefined) return `There is no run "${point.run}" of this metric's system. Add it first.`;
  const { environment, segment, context, beingEvaluated } = point;
  return { metricId: metric.id, environment, segment, versionId, runId, context, beingEvaluated };
}

/** Case and blanks make no other unit, except for what case means: `ms` and `Ms` are told apart. */
function sameUnit(a: string, b: string): boolean {
  const bare = (unit: string) => unit.replace(/\s/g, '');
  const [one, other] = [bare(a), bare(b)];
  return one === other || (one.length > 3 && one.toLowerCase() === other.toLowerCase());
}

/** @returns the id, null when none is named, undefined when there is none of that name */
function partOf(
  known: Known,
  metric: MetricAtDoor,
  kind: NamedPart['kind'],
  name: string | null,
): string | null | undefined {
  if (name === null) return null;
  const mine = known.parts.filter((part) => part.kind === kind && part.systemId === metric.systemId);
  return (mine.find((part) => part.name === name) ?? mine.find((part) => part.id === name))?.id;
}
