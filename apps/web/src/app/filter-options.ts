import { queryOptions } from '@tanstack/react-query';
import { call } from '../client/call.js';

/** What incidents can be cut by, by name: the systems and metrics of a workspace, its teams and people. */
export const filterOptionsQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['filter-options', workspace],
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const [systems, metrics, teams, members] = await Promise.all([
        call('GET /systems', { query: { limit: 100 }, signal }),
        call('GET /metrics', { query: { limit: 100 }, signal }),
        call('GET /teams', { signal }),
        call('GET /members', { query: { limit: 100 }, signal }),
      ]);
      return {
        systems: systems.items,
        metrics: metrics.items,
        teams: teams.items,
        people: members.items.map(({ personId, name }) => ({ id: personId, name })),
      };
    },
  });
