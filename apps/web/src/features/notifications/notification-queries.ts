import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Body, call, type Response } from '../../client/call.js';

export type Notification = Response<'GET /notifications'>['items'][number];
export type Preference = Response<'GET /notification-preferences'>['items'][number];
export type MailDelivery = Response<'GET /mail-deliveries'>['items'][number];

const all = (workspace: string) => ['notifications', workspace] as const;
const lookAgainMs = 30_000;

/** What the reader was told, newest first. */
export const notificationsQuery = (workspace: string, unread: boolean) =>
  infiniteQueryOptions({
    queryKey: [...all(workspace), 'list', unread],
    queryFn: ({ signal, pageParam }) =>
      call('GET /notifications', {
        query: { unread: unread ? 'true' : undefined, cursor: pageParam, limit: 50 },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const unreadQuery = (workspace: string) =>
  queryOptions({
    queryKey: [...all(workspace), 'unread'],
    queryFn: ({ signal }) => call('GET /notifications/unread', { signal }),
    refetchInterval: lookAgainMs,
  });

export const preferencesQuery = (workspace: string) =>
  queryOptions({
    queryKey: [...all(workspace), 'preferences'],
    queryFn: ({ signal }) => call('GET /notification-preferences', { signal }),
  });

export const mailDeliveriesQuery = (workspace: string) =>
  queryOptions({
    queryKey: [...all(workspace), 'mail'],
    queryFn: ({ signal }) => call('GET /mail-deliveries', { query: { limit: 50 }, signal }),
  });

/** What can be followed. */
export type Followed = { incident: string } | { system: string };

/** Whether the reader follows an incident or a system. */
export const followingQuery = (workspace: string, of: Followed) =>
  queryOptions({
    queryKey: ['following', workspace, of],
    queryFn: ({ signal }) =>
      'incident' in of
        ? call('GET /incidents/:key/following', { params: { key: of.incident }, signal })
        : call('GET /systems/:system/following', { params: { system: of.system }, signal }),
  });

/** What people do with what they are told. */
export function useNotifications(workspace: string) {
  const queries = useQueryClient();
  const onSuccess = (): void => void queries.invalidateQueries({ queryKey: all(workspace) });
  return {
    read: useMutation({
      mutationFn: (body: Body<'POST /notifications/read'>) => call('POST /notifications/read', { body }),
      onSuccess,
    }),
    prefer: useMutation({
      mutationFn: (one: Preference) => call('PUT /notification-preferences', { body: { items: [one] } }),
      onSuccess,
    }),
    retryMail: useMutation({
      mutationFn: (id: string) => call('POST /mail-deliveries/:id/retry', { params: { id } }),
      onSuccess,
    }),
    follow: useMutation({
      mutationFn: ({ of, follows }: { of: Followed; follows: boolean }) =>
        'incident' in of
          ? call('PUT /incidents/:key/following', { params: { key: of.incident }, body: { follows } })
          : call('PUT /systems/:system/following', { params: { system: of.system }, body: { follows } }),
      onSuccess: (following, { of }) =>
        queries.setQueryData(followingQuery(workspace, of).queryKey, following),
    }),
  };
}
