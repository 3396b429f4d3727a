import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call, type Query, type Response } from '../../client/call.js';

export type Incident = Response<'GET /incidents/:key'>;
export type IncidentRow = Response<'GET /incidents'>['items'][number];
export type SimilarIncident = Response<'GET /incidents/similar'>['items'][number];
/** What a list is cut by, as it stands in the address of the page. */
export type IncidentFilter = Omit<Query<'GET /incidents'>, 'cursor' | 'limit'>;

const pageSize = 50;

/** Pages of a list, newest first unless the filter sorts otherwise. */
export const incidentListQuery = (workspace: string, filter: IncidentFilter) =>
  infiniteQueryOptions({
    queryKey: ['incidents', workspace, 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      call('GET /incidents', { query: { ...filter, cursor: pageParam, limit: pageSize }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** The incidents about a pair, the newest first. */
export const pairIncidentsQuery = (workspace: string, pair: string) =>
  queryOptions({
    queryKey: ['incidents', workspace, 'of pair', pair],
    queryFn: ({ signal }) => call('GET /incidents', { query: { pair, limit: 50 }, signal }),
  });

/** How many a filter finds; stops counting at 1,000. */
export const incidentCountQuery = (workspace: string, { sort: _sort, ...filter }: IncidentFilter) =>
  queryOptions({
    queryKey: ['incidents', workspace, 'count', filter],
    queryFn: ({ signal }) => call('GET /incidents/count', { query: filter, signal }),
  });

/** One incident, whole. */
export const incidentQuery = (workspace: string, key: string) =>
  queryOptions({
    queryKey: ['incidents', workspace, 'one', key],
    queryFn: ({ signal }) => call('GET /incidents/:key', { params: { key }, signal }),
  });

/** Incidents like the one being written or read, each with its why. */
export const similarQuery = (workspace: string, query: Query<'GET /incidents/similar'>) =>
  queryOptions({
    queryKey: ['incidents', workspace, 'similar', query],
    queryFn: ({ signal }) => call('GET /incidents/similar', { query, signal }),
    enabled: Boolean(query.title?.trim() || query.system || query.metric),
    placeholderData: (before) => before,
  });
