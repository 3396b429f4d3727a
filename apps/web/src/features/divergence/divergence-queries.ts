import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Body, call, type Response } from '../../client/call.js';
import { requestKey } from '../../client/request-key.js';

export type PairDivergence = Response<'GET /pairs/:id/divergence'>;
export type Finding = PairDivergence['findings'][number];
export type LeaguePair = Response<'GET /divergences/league'>['items'][number];
export type DetectorScore = Response<'GET /divergences/score'>;
export type NewPairMark = Body<'POST /pairs/:id/marks'>;

/** How often an open page asks again, in milliseconds: an alarm comes by itself. */
const askAgain = 30_000;

/** What the detector knows of a pair. While it is behind, it is asked again soon. */
export const pairDivergenceQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ['divergence', workspace, id],
    queryFn: ({ signal }) => call('GET /pairs/:id/divergence', { params: { id }, signal }),
    refetchInterval: ({ state }) => (state.data?.behindSince ? 2000 : askAgain),
  });

/** The watched pairs, those to look at first on top. */
export const leagueQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['divergence', workspace, 'league'],
    queryFn: ({ signal }) => call('GET /divergences/league', { signal }),
    refetchInterval: askAgain,
  });

export const detectorScoreQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['divergence', workspace, 'score'],
    queryFn: ({ signal }) => call('GET /divergences/score', { signal }),
  });

/** Tries another rate on the stored history; changes nothing. */
export function useBackTest(id: string) {
  return useMutation({
    mutationFn: (body: Body<'POST /pairs/:id/back-test'>) =>
      call('POST /pairs/:id/back-test', { params: { id }, body }),
  });
}

export function useMarkPair(workspace: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewPairMark) =>
      call('POST /pairs/:id/marks', { params: { id }, body, idempotencyKey: requestKey() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['divergence', workspace] }),
  });
}

export function useUnmarkPair(workspace: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (mark: string) => call('DELETE /pairs/:id/marks/:mark', { params: { id, mark } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['divergence', workspace] }),
  });
}
