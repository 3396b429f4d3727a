import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Body, call, type Query, type Response } from '../../client/call.js';
import { editQuietly } from '../../client/edit-quietly.js';
import { requestKey } from '../../client/request-key.js';

export type Task = Response<'GET /tasks/:id'>;
export type NewTask = Body<'POST /tasks'>;
export type TaskEdit = Body<'PATCH /tasks/:id'>;
/** How the list is cut, as it stands in the address of the page. */
export type TaskFilter = Pick<Query<'GET /tasks'>, 'owner' | 'state' | 'overdue'>;

const all = (workspace: string) => ['tasks', workspace] as const;

/** What is to be done about one incident, and what was. */
export const incidentTasksQuery = (workspace: string, incident: string) =>
  queryOptions({
    queryKey: [...all(workspace), 'of', incident],
    queryFn: ({ signal }) => call('GET /tasks', { query: { incident, state: 'any', limit: 100 }, signal }),
  });

/** The first of what the reader has to do. */
export const myTasksQuery = (workspace: string) =>
  queryOptions({
    queryKey: [...all(workspace), 'mine'],
    queryFn: ({ signal }) => call('GET /tasks', { query: { owner: 'me', limit: 8 }, signal }),
  });

/** The list, those due first before the others. */
export const tasksQuery = (workspace: string, filter: TaskFilter) =>
  infiniteQueryOptions({
    queryKey: [...all(workspace), 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      call('GET /tasks', { query: { ...filter, cursor: pageParam, limit: 100 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** What people do with tasks; everything that shows them is read again afterwards. */
export function useTasks(workspace: string) {
  const queries = useQueryClient();
  const onSuccess = (): void => {
    for (const shown of ['tasks', 'incident-talk'])
      void queries.invalidateQueries({ queryKey: [shown, workspace] });
  };
  return {
    add: useMutation({
      mutationFn: (body: NewTask) => call('POST /tasks', { body, idempotencyKey: requestKey() }),
      onSuccess,
    }),
    edit: useMutation({
      mutationFn: ({ id, version, body }: { id: string; version: number; body: TaskEdit }) =>
        editQuietly(Object.keys(body), version, (ifMatch) =>
          call('PATCH /tasks/:id', { params: { id }, body, ifMatch }),
        ),
      onSuccess,
    }),
  };
}
