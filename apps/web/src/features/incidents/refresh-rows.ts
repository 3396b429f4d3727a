import { recordKind } from '@plumbline/shared/taxonomy/values/incident';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { call } from '../../client/call.js';
import type { IncidentRow } from './incident-queries.js';

type Pages = InfiniteData<{ items: IncidentRow[]; next: string | null }>;

/** A page of a list holds no more. */
const atOnce = 100;

const lists = (workspace: string) => ({ queryKey: ['incidents', workspace, 'list'] });

/** Whether a list in the cache shows an incident. */
export function isListed(queries: QueryClient, workspace: string, key: string): boolean {
  return queries
    .getQueriesData<Pages>(lists(workspace))
    .some(([, data]) => data?.pages.some(({ items }) => items.some((row) => row.key === key)));
}

/** Reads some incidents anew and writes them into the rows that show them, in their place. */
export async function refreshRows(
  queries: QueryClient,
  workspace: string,
  keys: readonly string[],
): Promise<void> {
  const fresh = await rowsByKey(workspace, keys.slice(0, atOnce));
  queries.setQueriesData<Pages>(
    lists(workspace),
    (data) => data && { ...data, pages: data.pages.map(renew) },
  );

  function renew<P extends { items: IncidentRow[] }>(page: P): P {
    return { ...page, items: page.items.map((row) => fresh.get(row.key) ?? row) };
  }
}

async function rowsByKey(workspace: string, keys: readonly string[]): Promise<Map<string, IncidentRow>> {
  const query = { key: keys.join(','), kind: Object.keys(recordKind).join(','), limit: atOnce };
  const { items } = await call('GET /incidents', { query, workspace });
  return new Map(items.map((row) => [row.key, row]));
}
