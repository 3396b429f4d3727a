import { queryOptions, skipToken, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Body, call, type Response } from '../../client/call.js';
import { saveVersioned } from '../../client/save-versioned.js';

export type Source = Response<'GET /sources/:id'>;
export type NewSource = Body<'POST /sources'>;
export type SourceChanges = Body<'PATCH /sources/:id'>;
export type SeriesRule = Source['settings']['series'][number];
export type OfferedSeries = Response<'GET /sources/:id/series'>['items'][number];
export type WebhookMapping = NonNullable<Source['settings']['webhook']>;
export type Delivery = Response<'GET /sources/:id/deliveries'>['items'][number];

/** How often the newest deliveries are asked for while somebody watches, in milliseconds. */
const watchMs = 2000;

export const sourcesQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['sources', workspace, 'list'],
    queryFn: ({ signal }) => call('GET /sources', { signal }),
  });

export const sourceQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ['sources', workspace, id],
    queryFn: ({ signal }) => call('GET /sources/:id', { params: { id }, signal }),
  });

/** The newest deliveries, as they come in. */
export const deliveriesQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ['sources', workspace, id, 'deliveries'],
    queryFn: ({ signal }) =>
      call('GET /sources/:id/deliveries', { params: { id }, query: { limit: 50 }, signal }),
    refetchInterval: watchMs,
  });

export const deliveryQuery = (workspace: string, id: string, delivery: string) =>
  queryOptions({
    queryKey: ['sources', workspace, id, 'deliveries', delivery],
    queryFn: ({ signal }) =>
      call('GET /sources/:id/deliveries/:delivery', { params: { id, delivery }, signal }),
  });

/** What the tool has offered so far, by the rules of today. */
export const offeredQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ['sources', workspace, id, 'series'],
    queryFn: ({ signal }) => call('GET /sources/:id/series', { params: { id }, signal }),
  });

/** What other rules would make of it. */
export const previewQuery = (id: string, series: SeriesRule[]) =>
  queryOptions({
    queryKey: ['series-preview', id, series],
    queryFn: ({ signal }) =>
      call('POST /sources/:id/series/preview', { params: { id }, body: { series }, signal }),
    placeholderData: (before) => before,
  });

/** What a pasted body would become with other pointers. */
export const bodyPreviewQuery = (id: string, text: string, webhook: WebhookMapping) =>
  queryOptions({
    queryKey: ['body-preview', id, text, webhook],
    queryFn: ({ signal }) =>
      call('POST /sources/:id/preview', { params: { id }, body: { text, settings: { webhook } }, signal }),
    placeholderData: (before) => before,
  });

const newKeyOf = (id: string) => ['source-key', id] as const;

/** The key that was made for a source a moment ago; it is nowhere else, and gone when the page is left for long. */
export const newKeyQuery = (id: string) =>
  queryOptions<string>({ queryKey: newKeyOf(id), queryFn: skipToken });

function useRefreshSources() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['sources'] });
}

/** Takes over a new key, to be shown on the page of its source. */
function useKeepKey() {
  const queries = useQueryClient();
  const refresh = useRefreshSources();
  return ({ source, apiKey }: Response<'POST /sources'>): void => {
    queries.setQueryData(newKeyOf(source.id), apiKey);
    void refresh();
  };
}

export function useAddSource() {
  const onSuccess = useKeepKey();
  return useMutation({ mutationFn: (body: NewSource) => call('POST /sources', { body }), onSuccess });
}

export function useIssueSourceKey(id: string) {
  const onSuccess = useKeepKey();
  return useMutation({ mutationFn: () => call('POST /sources/:id/keys', { params: { id } }), onSuccess });
}

export function useRevokeSourceKey(id: string) {
  const onSettled = useRefreshSources();
  return useMutation({
    mutationFn: (key: string) => call('POST /sources/:id/keys/:key/revoke', { params: { id, key } }),
    onSettled,
  });
}

export function useSourceMoves(id: string) {
  const onSettled = useRefreshSources();
  const params = { id };
  return {
    archive: useMutation({ mutationFn: () => call('POST /sources/:id/archive', { params }), onSettled }),
    restore: useMutation({ mutationFn: () => call('POST /sources/:id/restore', { params }), onSettled }),
    test: useMutation({ mutationFn: () => call('POST /sources/:id/test', { params }), onSettled }),
  };
}

export function useEditSource(source: Source) {
  const onSettled = useRefreshSources();
  return useMutation({
    mutationFn: (changes: SourceChanges) =>
      saveVersioned(source.version, changes, (ifMatch) =>
        call('PATCH /sources/:id', { params: { id: source.id }, body: changes, ifMatch }),
      ),
    onSettled,
  });
}

export function useReplay(id: string) {
  const onSettled = useRefreshSources();
  return useMutation({
    mutationFn: (delivery: string) =>
      call('POST /sources/:id/deliveries/:delivery/replay', { params: { id, delivery } }),
    onSettled,
  });
}
