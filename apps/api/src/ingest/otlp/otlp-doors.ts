import { readJson } from '../../platform/http/json-body.js';
import { Problem } from '../../platform/problem/problem.js';
import { megabyte, type Door } from '../door.js';
import type { Unpacked } from '../translated.js';
import { decodeOtlp } from './otlp-schema.js';
import { translateOtlpLogs } from './translate-otlp-logs.js';
import { translateOtlpMetrics } from './translate-otlp-metrics.js';

const most = 8 * megabyte;

export const isJson = (contentType: string): boolean => contentType.startsWith('application/json');

export const otlpMetricsDoor: Door = {
  name: 'otlp_metrics',
  answers: 200,
  scope: 'observations:write',
  most,
  translate: (unpacked) => ({
    signals: [],
    points: [],
    series: translateOtlpMetrics(requestOf('MetricsRequest', unpacked)),
    left: [],
  }),
};

export const otlpLogsDoor: Door = {
  name: 'otlp_logs',
  answers: 200,
  scope: 'signals:write',
  most,
  translate: (unpacked, { settings }) => ({
    points: [],
    ...translateOtlpLogs(requestOf('LogsRequest', unpacked), settings.events ?? []),
    left: [],
  }),
};

function requestOf(name: Parameters<typeof decodeOtlp>[0], { body, contentType }: Unpacked): unknown {
  if (isJson(contentType)) return readJson(body);
  try {
    return decodeOtlp(name, body);
  } catch {
    throw new Problem(
      'request/malformed',
      'The body is not an OTLP export request, neither protobuf nor JSON.',
    );
  }
}

/** How many spans a request holds: none of them is taken. */
export function countSpans(unpacked: Unpacked): number {
  const request = requestOf('TraceRequest', unpacked) as
    { resourceSpans?: { scopeSpans?: { spans?: unknown[] }[] }[] } | undefined;
  const scopes = (request?.resourceSpans ?? []).flatMap(({ scopeSpans = [] }) => scopeSpans);
  return scopes.reduce((count, { spans = [] }) => count + spans.length, 0);
}
