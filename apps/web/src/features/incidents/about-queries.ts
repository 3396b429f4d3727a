import { queryOptions } from '@tanstack/react-query';
import { call } from '../../client/call.js';
import { everyPage } from '../../client/every-page.js';

/** The objectives of some systems, by name, to choose from. @param systems their keys or ids */
export const objectivesQuery = (workspace: string, systems: readonly string[]) =>
  queryOptions({
    queryKey: ['objectives', workspace, systems],
    enabled: systems.length > 0,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        systems.map((system) =>
          everyPage((cursor) =>
            call('GET /systems/:system/objectives', {
              params: { system },
              query: { cursor, limit: 100 },
              signal,
            }),
          ),
        ),
      );
      return pages.flatMap(({ items }) => items);
    },
  });

/** The pairs of proxy and intent that an incident can be about. */
export const pairsQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['pairs', workspace, 'choices'],
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      everyPage((cursor) => call('GET /pairs', { query: { cursor, limit: 100 }, signal })),
  });
