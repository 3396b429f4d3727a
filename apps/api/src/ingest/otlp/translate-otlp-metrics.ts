import type { OfferedPoint, OfferedSeries } from '../series/offered-series.js';
import { labelsOf, millisecondsOf, numberOf, objectOf, objectsOf, type Given } from './otlp-values.js';

const cumulative = 2;

/** Reads the metrics of an OTLP request in its JSON shape: each data point's attributes make a series. */
export function translateOtlpMetrics(request: unknown): OfferedSeries[] {
  const series = new Map<string, OfferedSeries>();
  for (const { resource, scopeMetrics } of objectsOf(objectOf(request).resourceMetrics))
    for (const { metrics } of objectsOf(scopeMetrics))
      for (const metric of objectsOf(metrics)) collect(series, objectOf(resource).attributes, metric);
  return [...series.values()];
}

function collect(series: Map<string, OfferedSeries>, resource: unknown, metric: Given): void {
  if (typeof metric.name !== 'string' || metric.name === '') return;
  const { kind, points } = shapeOf(metric);
  for (const given of points) {
    const point = kind === 'histogram' || kind === 'mean' ? histogramPoint(given, kind) : numberPoint(given);
    if (!point) continue;
    const labels = labelsOf(resource, given.attributes);
    const key = JSON.stringify([metric.name, labels]);
    const line = series.get(key) ?? {
      name: metric.name.slice(0, 200),
      labels,
      kind: kind === 'mean' ? 'reading' : kind,
      points: [],
    };
    line.points.push(point);
    series.set(key, line);
  }
}

/** A sum that only grows, told as a total, is differenced; what is told as a difference already is taken as it is. */
function shapeOf(metric: Given): { kind: 'reading' | 'total' | 'histogram' | 'mean'; points: Given[] } {
  const { gauge, sum, histogram, exponentialHistogram } = metric;
  if (gauge) return { kind: 'reading', points: objectsOf(objectOf(gauge).dataPoints) };
  if (sum) {
    const { dataPoints, isMonotonic, aggregationTemporality } = objectOf(sum);
    const total = isMonotonic === true && isCumulative(aggregationTemporality);
    return { kind: total ? 'total' : 'reading', points: objectsOf(dataPoints) };
  }
  const { dataPoints, aggregationTemporality } = objectOf(histogram ?? exponentialHistogram);
  return { kind: isCumulative(aggregationTemporality) ? 'histogram' : 'mean', points: objectsOf(dataPoints) };
}

const isCumulative = (temporality: unknown): boolean =>
  temporality === cumulative || temporality === 'AGGREGATION_TEMPORALITY_CUMULATIVE';

function numberPoint({ timeUnixNano, asDouble, asInt }: Given): OfferedPoint | null {
  const at = millisecondsOf(timeUnixNano);
  const value = numberOf(asDouble) ?? numberOf(asInt);
  return at === null || value === null ? null : { at, value, n: null };
}

function histogramPoint(
  { timeUnixNano, sum, count }: Given,
  kind: 'histogram' | 'mean',
): OfferedPoint | null {
  const at = millisecondsOf(timeUnixNano);
  const total = numberOf(sum);
  const n = numberOf(count);
  if (at === null || total === null || n === null) return null;
  if (kind === 'histogram') return { at, value: total, n };
  return n > 0 ? { at, value: total / n, n } : null;
}
