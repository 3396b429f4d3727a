import { queryOptions, useMutation } from '@tanstack/react-query';
import { type Body, call, type Response } from '../../client/call.js';
import { everyPage } from '../../client/every-page.js';
import { requestKey } from '../../client/request-key.js';
import { saveVersioned } from '../../client/save-versioned.js';
import { useRefreshSystems } from './systems-queries.js';

export type Objective = Response<'GET /objectives/:id'>;
export type NewObjective = Body<'POST /systems/:system/objectives'>;
export type ObjectiveChanges = Body<'PATCH /objectives/:id'>;
export type Loophole = Objective['loopholes'][number];

/** What people want of a system, oldest first. */
export const objectivesQuery = (workspace: string, system: string) =>
  queryOptions({
    queryKey: ['systems', workspace, system, 'objectives'],
    queryFn: ({ signal }) =>
      everyPage((cursor) =>
        call('GET /systems/:system/objectives', {
          params: { system },
          query: { cursor, limit: 100 },
          signal,
        }),
      ),
  });

export function useStateObjective(system: string) {
  const onSuccess = useRefreshSystems();
  return useMutation({
    mutationFn: (body: NewObjective) =>
      call('POST /systems/:system/objectives', { params: { system }, body, idempotencyKey: requestKey() }),
    onSuccess,
  });
}

/** @throws EditConflict */
export function useEditObjective(id: string) {
  const onSuccess = useRefreshSystems();
  return useMutation({
    mutationFn: ({ changes, version }: { changes: ObjectiveChanges; version: number }) =>
      saveVersioned(version, changes, (ifMatch) =>
        call('PATCH /objectives/:id', { params: { id }, body: changes, ifMatch }),
      ),
    onSuccess,
  });
}

export function useArchiveObjective(id: string) {
  const onSettled = useRefreshSystems();
  const params = { id };
  return {
    archive: useMutation({ mutationFn: () => call('POST /objectives/:id/archive', { params }), onSettled }),
    restore: useMutation({ mutationFn: () => call('POST /objectives/:id/restore', { params }), onSettled }),
  };
}

export function useNoteLoophole(objectiveId: string) {
  const onSuccess = useRefreshSystems();
  return useMutation({
    mutationFn: (description: string) =>
      call('POST /objectives/:id/loopholes', {
        params: { id: objectiveId },
        body: { description },
        idempotencyKey: requestKey(),
      }),
    onSuccess,
  });
}

export function useMoveLoophole() {
  const onSettled = useRefreshSystems();
  return useMutation({
    mutationFn: ({ id, version, state }: Pick<Loophole, 'id' | 'version' | 'state'>) =>
      saveVersioned(version, { state }, (ifMatch) =>
        call('PATCH /loopholes/:id', { params: { id }, body: { state }, ifMatch }),
      ),
    onSettled,
  });
}
