import { queryOptions, skipToken, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Body, call, type Response } from '../../client/call.js';
import { saveVersioned } from '../../client/save-versioned.js';

export type Webhook = Response<'GET /webhooks/:id'>;
export type NewWebhook = Body<'POST /webhooks'>;
export type WebhookChanges = Body<'PATCH /webhooks/:id'>;
export type Telling = Response<'GET /webhooks/:id/deliveries'>['items'][number];

/** How often the newest deliveries are asked for while somebody watches, in milliseconds. */
const watchMs = 2000;

export const webhooksQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['webhooks', workspace, 'list'],
    queryFn: ({ signal }) => call('GET /webhooks', { signal }),
  });

export const webhookQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ['webhooks', workspace, id],
    queryFn: ({ signal }) => call('GET /webhooks/:id', { params: { id }, signal }),
    refetchInterval: watchMs,
  });

/** The newest deliveries, as they go out. */
export const tellingsQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ['webhooks', workspace, id, 'deliveries'],
    queryFn: ({ signal }) =>
      call('GET /webhooks/:id/deliveries', { params: { id }, query: { limit: 50 }, signal }),
    refetchInterval: watchMs,
  });

const secretOf = (id: string) => ['webhook-secret', id] as const;

/** The secret that was made a moment ago; it is shown nowhere else. */
export const newSecretQuery = (id: string) =>
  queryOptions<string>({ queryKey: secretOf(id), queryFn: skipToken });

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['webhooks'] });
}

function useKeepSecret() {
  const queries = useQueryClient();
  const refresh = useRefresh();
  return ({ webhook, secret }: Response<'POST /webhooks'>): void => {
    if (secret) queries.setQueryData(secretOf(webhook.id), secret);
    void refresh();
  };
}

export function useAddWebhook() {
  const onSuccess = useKeepSecret();
  return useMutation({ mutationFn: (body: NewWebhook) => call('POST /webhooks', { body }), onSuccess });
}

export function useRotateSecret(id: string) {
  const onSuccess = useKeepSecret();
  return useMutation({ mutationFn: () => call('POST /webhooks/:id/rotate', { params: { id } }), onSuccess });
}

export function useEditWebhook({ id, version }: Webhook) {
  const onSettled = useRefresh();
  return useMutation({
    mutationFn: (changes: WebhookChanges) =>
      saveVersioned(version, changes, (ifMatch) =>
        call('PATCH /webhooks/:id', { params: { id }, body: changes, ifMatch }),
      ),
    onSettled,
  });
}

export function useWebhookMoves(id: string) {
  const onSettled = useRefresh();
  return {
    test: useMutation({
      mutationFn: () => call('POST /webhooks/:id/test', { params: { id } }),
      onSettled,
    }),
    remove: useMutation({
      mutationFn: () => call('DELETE /webhooks/:id', { params: { id } }),
      onSettled,
    }),
    replay: useMutation({
      mutationFn: (delivery: string) =>
        call('POST /webhooks/:id/deliveries/:delivery/replay', { params: { id, delivery } }),
      onSettled,
    }),
  };
}
