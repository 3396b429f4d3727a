import { proposeSubcategories, type RmfProposal } from '@plumbline/shared/incident/rmf-proposals';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, type Response } from '../../client/call.js';
import { requestKey } from '../../client/request-key.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import type { Incident } from './triage-queries.js';

export type Mapping = Response<'GET /incidents/:key/rmf'>['items'][number];

/** What one incident says about NIST AI RMF; the same entry of the cache as on its own page. */
const mappingsQuery = (workspace: string, key: string) =>
  queryOptions({
    queryKey: ['rmf', workspace, 'of', key],
    queryFn: ({ signal }) => call('GET /incidents/:key/rmf', { params: { key }, signal }),
  });

/** How an incident is assessed so far, and what else is proposed. */
export function useRmf(workspace: string, incident: Incident | undefined) {
  const key = incident?.key ?? '';
  const { data } = useQuery({ ...mappingsQuery(workspace, key), enabled: incident !== undefined });
  const mappings = data?.items ?? [];
  const present = mappings.map(({ subcategory }) => subcategory);
  return { mappings, proposals: incident && data ? proposeSubcategories(incident.labels, present) : [] };
}

/** Makes assessments of proposals, and takes them back. */
export function useAssess(workspace: string) {
  const queries = useQueryClient();
  const readAgain = (): void => {
    for (const shown of ['rmf', 'incident-talk'])
      void queries.invalidateQueries({ queryKey: [shown, workspace] });
  };
  return async function assess(
    keys: readonly string[],
    { subcategory, assessment, reason }: RmfProposal,
    what: string,
  ): Promise<void> {
    const body = { subcategory, assessment, evidence: reason };
    const add = (key: string): Promise<Mapping> =>
      call('POST /incidents/:key/rmf', { params: { key }, body, idempotencyKey: requestKey() });
    try {
      const added = await Promise.all(keys.map(async (key) => ({ key, id: (await add(key)).id })));
      toast(`${what} assessed: ${subcategory}.`, {
        undo: () =>
          void Promise.all(added.map((params) => call('DELETE /incidents/:key/rmf/:id', { params })))
            .catch(toastFailure)
            .finally(readAgain),
      });
    } catch (error) {
      toastFailure(error);
    }
    readAgain();
  };
}
