import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Body, call, type Response } from '../../client/call.js';
import { everyPage } from '../../client/every-page.js';
import { requestKey } from '../../client/request-key.js';
import { saveVersioned } from '../../client/save-versioned.js';

export type Metric = Response<'GET /metrics/:metric'>;
export type NewMetric = Body<'POST /metrics'>;
export type MetricChanges = Body<'PATCH /metrics/:metric'>;
export type Observations = Body<'POST /observations'>;

/** The metrics of a system by name. */
export const metricsQuery = (workspace: string, system: string) =>
  queryOptions({
    queryKey: ['metrics', workspace, 'of', system],
    queryFn: ({ signal }) =>
      everyPage((cursor) => call('GET /metrics', { query: { system, cursor, limit: 100 }, signal })),
  });

/** Reads everything about metrics, pairs and their systems' counts anew. */
export function useRefreshMetrics() {
  const queries = useQueryClient();
  return async () => {
    await Promise.all(
      ['metrics', 'pairs', 'systems'].map((root) => queries.invalidateQueries({ queryKey: [root] })),
    );
  };
}

export function useDefineMetric() {
  const onSuccess = useRefreshMetrics();
  return useMutation({
    mutationFn: (body: NewMetric) => call('POST /metrics', { body, idempotencyKey: requestKey() }),
    onSuccess,
  });
}

/** @throws EditConflict */
export function useEditMetric(id: string) {
  const onSuccess = useRefreshMetrics();
  return useMutation({
    mutationFn: ({ changes, version }: { changes: MetricChanges; version: number }) =>
      saveVersioned(version, changes, (ifMatch) =>
        call('PATCH /metrics/:metric', { params: { metric: id }, body: changes, ifMatch }),
      ),
    onSuccess,
  });
}

/** The moves of a metric: put to use, put away, taken back. */
export function useMoveMetric(id: string) {
  const onSettled = useRefreshMetrics();
  const params = { metric: id };
  return {
    activate: useMutation({
      mutationFn: () => call('POST /metrics/:metric/activate', { params }),
      onSettled,
    }),
    archive: useMutation({ mutationFn: () => call('POST /metrics/:metric/archive', { params }), onSettled }),
    restore: useMutation({ mutationFn: () => call('POST /metrics/:metric/restore', { params }), onSettled }),
  };
}

/** Sends values; the answer names those that were refused. */
export function useSendObservations() {
  const onSuccess = useRefreshMetrics();
  return useMutation({
    mutationFn: (body: Observations) => call('POST /observations', { body }),
    onSuccess,
  });
}
