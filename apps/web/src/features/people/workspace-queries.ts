import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Body, call, type Response } from '../../client/call.js';
import { everyPage } from '../../client/every-page.js';

export type Member = Response<'GET /members'>['items'][number];
export type Team = Response<'GET /teams'>['items'][number];
export type Invitation = Response<'GET /invitations'>['items'][number];
export type OpenSession = Response<'GET /sessions'>['items'][number];

const people = (workspace: string) => ['people', workspace] as const;

export const membersQuery = (workspace: string) =>
  queryOptions({
    queryKey: [...people(workspace), 'members'],
    queryFn: ({ signal }) =>
      everyPage((cursor) => call('GET /members', { query: { cursor, limit: 100 }, signal })),
  });

export const teamsQuery = (workspace: string) =>
  queryOptions({
    queryKey: [...people(workspace), 'teams'],
    queryFn: ({ signal }) => call('GET /teams', { signal }),
  });

export const invitationsQuery = (workspace: string) =>
  queryOptions({
    queryKey: [...people(workspace), 'invitations'],
    queryFn: ({ signal }) => call('GET /invitations', { signal }),
  });

/** What an administrator does about people; the lists are read again afterwards. */
export function usePeopleActs(workspace: string) {
  const queries = useQueryClient();
  const onSuccess = (): void => void queries.invalidateQueries({ queryKey: people(workspace) });
  return {
    invite: useMutation({
      mutationFn: (body: Body<'POST /invitations'>) => call('POST /invitations', { body }),
      onSuccess,
    }),
    revoke: useMutation({
      mutationFn: (id: string) => call('DELETE /invitations/:id', { params: { id } }),
      onSuccess,
    }),
    changeRole: useMutation({
      mutationFn: ({ id, role }: { id: string; role: Member['role'] }) =>
        call('PUT /members/:id/role', { params: { id }, body: { role } }),
      onSuccess,
    }),
    removeMember: useMutation({
      mutationFn: (id: string) => call('DELETE /members/:id', { params: { id } }),
      onSuccess,
    }),
    createTeam: useMutation({
      mutationFn: (name: string) => call('POST /teams', { body: { name } }),
      onSuccess,
    }),
    archiveTeam: useMutation({
      mutationFn: (id: string) => call('POST /teams/:id/archive', { params: { id } }),
      onSuccess,
    }),
    restoreTeam: useMutation({
      mutationFn: (id: string) => call('POST /teams/:id/restore', { params: { id } }),
      onSuccess,
    }),
    setTeamMember: useMutation({
      mutationFn: ({ id, person, on }: { id: string; person: string; on: boolean }) =>
        on
          ? call('PUT /teams/:id/members/:person', { params: { id, person } })
          : call('DELETE /teams/:id/members/:person', { params: { id, person } }),
      onSuccess,
    }),
  };
}

/** The browsers in which one is signed in. */
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => call('GET /sessions', { signal }),
});

/** What one does about oneself. */
export function useAccountActs() {
  const queries = useQueryClient();
  const refresh = (): void => {
    void queries.invalidateQueries({ queryKey: ['sessions'] });
    void queries.invalidateQueries({ queryKey: ['session'] });
  };
  return {
    changePassword: useMutation({
      mutationFn: (body: Body<'PUT /person/password'>) => call('PUT /person/password', { body }),
      onSuccess: refresh,
    }),
    rename: useMutation({
      mutationFn: (name: string) => call('PUT /person/name', { body: { name } }),
      onSuccess: refresh,
    }),
    endSession: useMutation({
      mutationFn: (id: string) => call('DELETE /sessions/:id', { params: { id } }),
      onSuccess: refresh,
    }),
    endOthers: useMutation({ mutationFn: () => call('DELETE /sessions'), onSuccess: refresh }),
  };
}
