import { Problem } from '../problem/problem.js';

/**
 * The answer to an edit of an old version: the record as it is now and the fields changed since, so that a client
 * repeats by itself when it changes other fields and asks a person when it changes the same.
 */
export function stale(what: string, current: { version: number }, changed: string[]): Problem {
  return new Problem(
    'conflict/stale',
    `Someone else changed this ${what} since you read it. Look at "current" and "changed", then send your edit ` +
      `again with If-Match: "${current.version}".`,
    { headers: { etag: `"${current.version}"` }, members: { current, changed } },
  );
}
