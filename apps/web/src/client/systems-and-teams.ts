import { queryOptions } from '@tanstack/react-query';
import { call } from './call.js';
import { everyPage } from './every-page.js';

/** What things can be cut by or sent on to: the systems and teams of a workspace, by name. */
export const systemsAndTeamsQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['filter-options', workspace, 'systems-and-teams'],
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const [systems, teams] = await Promise.all([
        everyPage((cursor) => call('GET /systems', { query: { cursor, limit: 100 }, signal })),
        call('GET /teams', { signal }),
      ]);
      return { systems: systems.items, teams: teams.items };
    },
  });
