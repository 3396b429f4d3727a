import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query';
import { type Body, call, type Query, type Response } from '../../client/call.js';
import { everyPage } from '../../client/every-page.js';
import { requestKey } from '../../client/request-key.js';
import { saveVersioned } from '../../client/save-versioned.js';
import { useRefreshMetrics } from './metrics-queries.js';

export type Pair = Response<'GET /pairs/:id'>;
export type NewPair = Body<'POST /pairs'>;
export type PairChanges = Body<'PATCH /pairs/:id'>;
export type PairSeries = Response<'GET /pairs/:id/series'>;

/** The pairs of a system by name. */
export const pairsQuery = (workspace: string, system: string) =>
  queryOptions({
    queryKey: ['pairs', workspace, 'of', system],
    queryFn: ({ signal }) =>
      everyPage((cursor) => call('GET /pairs', { query: { system, cursor, limit: 100 }, signal })),
  });

/** The pairs in which a metric is either half. */
export const pairsOfMetricQuery = (workspace: string, metric: string) =>
  queryOptions({
    queryKey: ['pairs', workspace, 'with', metric],
    queryFn: ({ signal }) => call('GET /pairs', { query: { metric }, signal }),
  });

export const pairQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ['pairs', workspace, id],
    queryFn: ({ signal }) => call('GET /pairs/:id', { params: { id }, signal }),
  });

/** Both halves, ready to draw. While another stretch loads the last one stays on screen. */
export const pairSeriesQuery = (workspace: string, id: string, query: Query<'GET /pairs/:id/series'>) =>
  queryOptions({
    queryKey: ['pairs', workspace, id, 'series', query],
    queryFn: ({ signal }) => call('GET /pairs/:id/series', { params: { id }, query, signal }),
    placeholderData: keepPreviousData,
  });

export function useDrawPair() {
  const onSuccess = useRefreshMetrics();
  return useMutation({
    mutationFn: (body: NewPair) => call('POST /pairs', { body, idempotencyKey: requestKey() }),
    onSuccess,
  });
}

/** @throws EditConflict */
export function useEditPair(id: string) {
  const onSuccess = useRefreshMetrics();
  return useMutation({
    mutationFn: ({ changes, version }: { changes: PairChanges; version: number }) =>
      saveVersioned(version, changes, (ifMatch) =>
        call('PATCH /pairs/:id', { params: { id }, body: changes, ifMatch }),
      ),
    onSuccess,
  });
}

/** The moves of a pair: watched, put away, taken back. */
export function useMovePair(id: string) {
  const onSettled = useRefreshMetrics();
  const params = { id };
  return {
    activate: useMutation({ mutationFn: () => call('POST /pairs/:id/activate', { params }), onSettled }),
    archive: useMutation({ mutationFn: () => call('POST /pairs/:id/archive', { params }), onSettled }),
    restore: useMutation({ mutationFn: () => call('POST /pairs/:id/restore', { params }), onSettled }),
  };
}
