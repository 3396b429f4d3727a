import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Body, call, type Query, type Response } from '../../client/call.js';
import { editQuietly } from '../../client/edit-quietly.js';
import { requestKey } from '../../client/request-key.js';

export type Mitigation = Response<'GET /mitigations/:id'>;
export type MeasuredEffect = Response<'GET /mitigations/:id/effect'>;
export type NewMitigation = Body<'POST /mitigations'>;
export type MitigationEdit = Body<'PATCH /mitigations/:id'>;
/** How the ledger is cut, as it stands in the address of the page. */
export type LedgerFilter = Pick<Query<'GET /mitigations'>, 'approach' | 'stage' | 'status' | 'rmf'>;

const all = (workspace: string) => ['mitigations', workspace] as const;

/** What was done against one incident. */
export const incidentMitigationsQuery = (workspace: string, key: string) =>
  queryOptions({
    queryKey: [...all(workspace), 'of', key],
    queryFn: ({ signal }) => call('GET /incidents/:key/mitigations', { params: { key }, signal }),
  });

/** What was done about a pair. */
export const pairMitigationsQuery = (workspace: string, pair: string) =>
  queryOptions({
    queryKey: [...all(workspace), 'of pair', pair],
    queryFn: ({ signal }) => call('GET /mitigations', { query: { pair, limit: 100 }, signal }),
  });

/** What became of the pair and of the objective's other metrics since a mitigation is active. */
export const effectQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: [...all(workspace), 'effect of', id],
    queryFn: ({ signal }) => call('GET /mitigations/:id/effect', { params: { id }, signal }),
  });

/** The ledger, newest first. */
export const ledgerQuery = (workspace: string, filter: LedgerFilter) =>
  infiniteQueryOptions({
    queryKey: [...all(workspace), 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      call('GET /mitigations', { query: { ...filter, cursor: pageParam, limit: 100 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** What people do with mitigations; everything that shows them is read again afterwards. */
export function useMitigations(workspace: string) {
  const queries = useQueryClient();
  const onSuccess = (): void => {
    for (const shown of ['mitigations', 'incident-talk', 'rmf', 'incidents'])
      void queries.invalidateQueries({ queryKey: [shown, workspace] });
  };
  return {
    add: useMutation({
      mutationFn: (body: NewMitigation) => call('POST /mitigations', { body, idempotencyKey: requestKey() }),
      onSuccess,
    }),
    link: useMutation({
      mutationFn: (params: { id: string; key: string }) =>
        call('PUT /incidents/:key/mitigations/:id', { params }),
      onSuccess,
    }),
    unlink: useMutation({
      mutationFn: (params: { id: string; key: string }) =>
        call('DELETE /incidents/:key/mitigations/:id', { params }),
      onSuccess,
    }),
    edit: useMutation({
      mutationFn: ({ id, version, body }: { id: string; version: number; body: MitigationEdit }) =>
        editQuietly(Object.keys(body), version, (ifMatch) =>
          call('PATCH /mitigations/:id', { params: { id }, body, ifMatch }),
        ),
      onSuccess,
    }),
  };
}
