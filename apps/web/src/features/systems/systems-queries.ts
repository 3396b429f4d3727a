import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Body, call, type Response } from '../../client/call.js';
import { everyPage } from '../../client/every-page.js';
import { requestKey } from '../../client/request-key.js';
import { saveVersioned } from '../../client/save-versioned.js';

export type System = Response<'GET /systems/:system'>;
export type NewSystem = Body<'POST /systems'>;
export type SystemChanges = Body<'PATCH /systems/:system'>;
export type SystemVersion = Response<'GET /systems/:system/versions'>['items'][number];
export type NewSystemVersion = Body<'POST /systems/:system/versions'>;
export type Run = Response<'GET /systems/:system/runs'>['items'][number];
export type NewRun = Body<'POST /systems/:system/runs'>;

const limit = 100;

/** The systems of a workspace by name. */
export const systemsQuery = (workspace: string, archived = false) =>
  queryOptions({
    queryKey: ['systems', workspace, 'list', archived],
    queryFn: ({ signal }) =>
      everyPage((cursor) =>
        call('GET /systems', { query: { cursor, limit, archived: archived ? 'true' : 'false' }, signal }),
      ),
  });

export const systemQuery = (workspace: string, system: string) =>
  queryOptions({
    queryKey: ['systems', workspace, system],
    queryFn: ({ signal }) => call('GET /systems/:system', { params: { system }, signal }),
  });

export const versionsQuery = (workspace: string, system: string) =>
  queryOptions({
    queryKey: ['systems', workspace, system, 'versions'],
    queryFn: ({ signal }) =>
      everyPage((cursor) =>
        call('GET /systems/:system/versions', { params: { system }, query: { cursor, limit }, signal }),
      ),
  });

export const runsQuery = (workspace: string, system: string) =>
  queryOptions({
    queryKey: ['systems', workspace, system, 'runs'],
    queryFn: ({ signal }) =>
      everyPage((cursor) =>
        call('GET /systems/:system/runs', { params: { system }, query: { cursor, limit }, signal }),
      ),
  });

/** Reads everything about systems anew. */
export function useRefreshSystems() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['systems'] });
}

export function useCreateSystem() {
  const onSuccess = useRefreshSystems();
  return useMutation({
    mutationFn: (body: NewSystem) => call('POST /systems', { body, idempotencyKey: requestKey() }),
    onSuccess,
  });
}

/** Saves changed fields on top of what others changed. @throws EditConflict */
export function useEditSystem(system: System) {
  const onSuccess = useRefreshSystems();
  return useMutation({
    mutationFn: ({ changes, version }: { changes: SystemChanges; version: number }) =>
      saveVersioned(version, changes, (ifMatch) =>
        call('PATCH /systems/:system', { params: { system: system.id }, body: changes, ifMatch }),
      ),
    onSuccess,
  });
}

export function useArchiveSystem(system: System) {
  const onSettled = useRefreshSystems();
  const params = { system: system.id };
  return {
    archive: useMutation({ mutationFn: () => call('POST /systems/:system/archive', { params }), onSettled }),
    restore: useMutation({ mutationFn: () => call('POST /systems/:system/restore', { params }), onSettled }),
  };
}

/** Puts a version or a run away, and takes it back. */
export function useArchivePart(part: 'version' | 'run', id: string) {
  const onSettled = useRefreshSystems();
  const params = { id };
  return {
    archive: useMutation<unknown>({
      mutationFn: () =>
        part === 'run'
          ? call('POST /runs/:id/archive', { params })
          : call('POST /system-versions/:id/archive', { params }),
      onSettled,
    }),
    restore: useMutation<unknown>({
      mutationFn: () =>
        part === 'run'
          ? call('POST /runs/:id/restore', { params })
          : call('POST /system-versions/:id/restore', { params }),
      onSettled,
    }),
  };
}

export function useAddVersion(system: string) {
  const onSuccess = useRefreshSystems();
  return useMutation({
    mutationFn: (body: NewSystemVersion) =>
      call('POST /systems/:system/versions', { params: { system }, body, idempotencyKey: requestKey() }),
    onSuccess,
  });
}

export function useAddRun(system: string) {
  const onSuccess = useRefreshSystems();
  return useMutation({
    mutationFn: (body: NewRun) =>
      call('POST /systems/:system/runs', { params: { system }, body, idempotencyKey: requestKey() }),
    onSuccess,
  });
}
