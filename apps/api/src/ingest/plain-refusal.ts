import type { Refusal } from '../platform/problem/refusal.js';

/** How long a sender waits before it tries again, in seconds. */
const patience = '10';

/**
 * Refuses alerts in one line of text: the sender writes it to its log. Whatever passes by itself is 503: on any 4xx
 * the sender gives up, and an alert whose firing was never taken is never reported as ended either.
 */
export const plainRefusal: Refusal = (problem) => {
  const passes = problem.status >= 500 || problem.status === 429 || problem.status === 409;
  const wait = problem.extras.headers?.['retry-after'] ?? patience;
  return {
    status: passes ? 503 : problem.status,
    contentType: 'text/plain; charset=utf-8',
    body: `${problem.detail}\n`,
    headers: { ...problem.extras.headers, ...(passes ? { 'retry-after': wait } : {}) },
  };
};
