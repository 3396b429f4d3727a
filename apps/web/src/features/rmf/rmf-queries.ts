import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Body, call, type Response } from '../../client/call.js';
import { editQuietly } from '../../client/edit-quietly.js';
import { requestKey } from '../../client/request-key.js';

export type Mapping = Response<'GET /incidents/:key/rmf'>['items'][number];
export type NewMapping = Body<'POST /incidents/:key/rmf'>;
export type MappingEdit = Body<'PATCH /incidents/:key/rmf/:id'>;
export type Statement = Response<'GET /rmf/statements'>['items'][number];
export type NewStatement = Body<'POST /rmf/statements'>;
export type StatementEdit = Body<'PATCH /rmf/statements/:id'>;
export type Board = Response<'GET /rmf/board'>;
export type Figures = Omit<Board['categories'][number], 'category'>;

const all = (workspace: string) => ['rmf', workspace] as const;

/** What one incident says about NIST AI RMF. */
export const mappingsQuery = (workspace: string, key: string) =>
  queryOptions({
    queryKey: [...all(workspace), 'of', key],
    queryFn: ({ signal }) => call('GET /incidents/:key/rmf', { params: { key }, signal }),
  });

export const boardQuery = (workspace: string, system: string | null) =>
  queryOptions({
    queryKey: [...all(workspace), 'board', system],
    queryFn: ({ signal }) => call('GET /rmf/board', { query: system ? { system } : {}, signal }),
    placeholderData: (before) => before,
  });

/** Where systems stand, by subcategory. */
export const statementsQuery = (workspace: string, system: string | null) =>
  queryOptions({
    queryKey: [...all(workspace), 'statements', system],
    queryFn: ({ signal }) => call('GET /rmf/statements', { query: system ? { system } : {}, signal }),
  });

/** What people do with statements; the board is counted again afterwards. */
export function useStatements(workspace: string) {
  const queries = useQueryClient();
  const onSuccess = (): void => void queries.invalidateQueries({ queryKey: all(workspace) });
  return {
    add: useMutation({
      mutationFn: (body: NewStatement) =>
        call('POST /rmf/statements', { body, idempotencyKey: requestKey() }),
      onSuccess,
    }),
    edit: useMutation({
      mutationFn: ({ id, version, body }: { id: string; version: number; body: StatementEdit }) =>
        editQuietly(Object.keys(body), version, (ifMatch) =>
          call('PATCH /rmf/statements/:id', { params: { id }, body, ifMatch }),
        ),
      onSuccess,
    }),
  };
}

/** What people do with the assessments of an incident; everything that shows them is read again afterwards. */
export function useMappings(workspace: string, key: string) {
  const queries = useQueryClient();
  const onSuccess = (): void => {
    for (const shown of ['rmf', 'incident-talk', 'incidents'])
      void queries.invalidateQueries({ queryKey: [shown, workspace] });
  };
  return {
    add: useMutation({
      mutationFn: (body: NewMapping) =>
        call('POST /incidents/:key/rmf', { params: { key }, body, idempotencyKey: requestKey() }),
      onSuccess,
    }),
    edit: useMutation({
      mutationFn: ({ id, version, body }: { id: string; version: number; body: MappingEdit }) =>
        editQuietly(Object.keys(body), version, (ifMatch) =>
          call('PATCH /incidents/:key/rmf/:id', { params: { key, id }, body, ifMatch }),
        ),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (id: string) => call('DELETE /incidents/:key/rmf/:id', { params: { key, id } }),
      onSuccess,
    }),
  };
}
