import { readJson } from '../../platform/http/json-body.js';
import type { Refusal } from '../../platform/problem/refusal.js';
import { megabyte, type Door } from '../door.js';
import { translatePagerduty } from './translate-pagerduty.js';

/** Events of whatever speaks PagerDuty's Events API v2. */
export const pagerdutyDoor: Door = {
  name: 'pagerduty',
  scope: 'signals:write',
  most: 4 * megabyte,
  translate: ({ body }) => translatePagerduty(readJson(body)),
  sample: (now) => ({
    contentType: 'application/json',
    body: Buffer.from(
      JSON.stringify({
        event_action: 'trigger',
        dedup_key: 'plumbline-test',
        payload: {
          summary: 'A test from Plumbline',
          source: 'plumbline',
          severity: 'info',
          timestamp: now.toISOString(),
        },
      }),
    ),
  }),
};

/** PagerDuty's own shape. Its clients repeat on 429 and 5xx, and on nothing else. */
export const pagerdutyRefusal: Refusal = ({ status: given, detail, extras }) => {
  const status = given === 409 ? 503 : given === 401 || given === 404 ? 400 : given;
  const words = status === 429 ? 'throttle exceeded' : status >= 500 ? 'unavailable' : 'invalid event';
  const wait: Record<string, string> = status === 503 ? { 'retry-after': '10' } : {};
  return {
    status,
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify({ status: words, message: 'The event was not taken.', errors: [detail] }),
    headers: { ...wait, ...extras.headers },
  };
};
