import { queryOptions } from '@tanstack/react-query';
import { call } from '../client/call.js';
import { everyPage } from '../client/every-page.js';

const limit = 100;

/** What incidents can be cut by, by name: the systems and metrics of a workspace, its teams and people. */
export const filterOptionsQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['filter-options', workspace],
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const [systems, metrics, teams, members] = await Promise.all([
        everyPage((cursor) => call('GET /systems', { query: { cursor, limit }, signal })),
        everyPage((cursor) => call('GET /metrics', { query: { cursor, limit }, signal })),
        call('GET /teams', { signal }),
        everyPage((cursor) => call('GET /members', { query: { cursor, limit }, signal })),
      ]);
      return {
        systems: systems.items,
        metrics: metrics.items,
        teams: teams.items,
        people: members.items.map(({ personId, name }) => ({ id: personId, name })),
      };
    },
  });
