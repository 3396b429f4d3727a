import type { Refusal } from '../../platform/problem/refusal.js';
import { isJson } from './otlp-doors.js';
import { encodeOtlp } from './otlp-schema.js';

/** An answer in the format of the request: JSON for JSON, else protobuf. */
export interface OtlpAnswer {
  contentType: string;
  body: string | Buffer;
}

/**
 * The export's response; partial success stands in it only where something was rejected.
 * @param counted what the JSON calls the count: `rejectedDataPoints`
 */
export function exportAnswer(
  contentType: string,
  counted: 'rejectedDataPoints' | 'rejectedLogRecords' | 'rejectedSpans',
  rejected: number,
  errorMessage: string,
): OtlpAnswer {
  if (isJson(contentType)) {
    const partial = rejected > 0 ? { partialSuccess: { [counted]: String(rejected), errorMessage } } : {};
    return { contentType: 'application/json', body: JSON.stringify(partial) };
  }
  const partial = rejected > 0 ? { partialSuccess: { rejected, errorMessage } } : {};
  return { contentType: 'application/x-protobuf', body: encodeOtlp('Response', partial) };
}

/** gRPC's codes for what can go wrong; SDKs look at the status and at Retry-After. */
const codes: Record<number, number> = { 401: 16, 403: 7, 404: 5, 413: 8, 429: 8, 503: 14 };

/** Refuses with `google.rpc.Status`. What passes by itself is 503, which SDKs repeat after a while. */
export const otlpRefusal: Refusal = (problem, request) => {
  const status = problem.status === 409 ? 503 : problem.status;
  const wait: Record<string, string> = status === 503 ? { 'retry-after': '5' } : {};
  const value = { code: codes[status] ?? 3, message: problem.detail };
  const json = isJson(String(request.headers['content-type'] ?? ''));
  return {
    status,
    contentType: json ? 'application/json' : 'application/x-protobuf',
    body: json ? JSON.stringify(value) : encodeOtlp('Status', value),
    headers: { ...wait, ...problem.extras.headers },
  };
};
