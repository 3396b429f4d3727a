import type { OfferedPoint, OfferedSeries } from '../series/offered-series.js';
import { labelsFrom } from '../vendor-text.js';

interface Matrix {
  data: { resultType: 'matrix'; result: unknown[] };
}

export function isQueryRange(file: unknown): file is Matrix {
  const { data } = (file ?? {}) as Partial<Matrix>;
  return data?.resultType === 'matrix' && Array.isArray(data.result);
}

/** Reads what `/api/v1/query_range` of Prometheus answers: months of history by one piped request. */
export function translateQueryRange({ data }: Matrix): { series: OfferedSeries[]; left: string[] } {
  const left: string[] = [];
  const series = data.result.flatMap((line: unknown, place): OfferedSeries[] => {
    const { metric, values } = (line ?? {}) as { metric?: unknown; values?: unknown };
    const { __name__: name, ...labels } = labelsFrom(metric);
    if (!Array.isArray(values) || !name) {
      left.push(`Series ${place + 1} has no name or no values; ask for a metric by its name.`);
      return [];
    }
    return [{ name, labels, kind: null, points: values.flatMap(pointOf) }];
  });
  return { series, left };
}

function pointOf(pair: unknown): OfferedPoint[] {
  const [seconds, text] = Array.isArray(pair) ? (pair as unknown[]) : [];
  const value = typeof text === 'string' && text !== '' ? Number(text) : Number.NaN;
  if (typeof seconds !== 'number' || !Number.isFinite(value)) return [];
  return [{ at: Math.round(seconds * 1000), value, n: null }];
}
