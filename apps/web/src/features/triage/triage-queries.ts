import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Body, call, type Query, type Response } from '../../client/call.js';

export type QueueRow = Response<'GET /triage'>['items'][number];
export type Incident = Response<'GET /incidents/:key'>;
export type Lease = Response<'PUT /incidents/:key/lease'>;
export type Move = Body<'POST /incidents/:key/moves'>;
export type SimilarIncident = Response<'GET /incidents/similar'>['items'][number];

const pageSize = 50;
const lookAgainMs = 20_000;

/** What waits for a decision, or sleeps. */
export const queueQuery = (workspace: string, part: 'waiting' | 'snoozed' = 'waiting') =>
  infiniteQueryOptions({
    queryKey: ['triage', workspace, 'queue', part],
    queryFn: ({ signal, pageParam }) =>
      call('GET /triage', { query: { part, cursor: pageParam, limit: pageSize }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: lookAgainMs,
  });

/** How much waits and sleeps, what was decided today, when the next meeting is. */
export const queueFiguresQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['triage', workspace, 'figures'],
    queryFn: ({ signal }) => call('GET /triage/figures', { signal }),
  });

/** One incident, whole; the same entry of the cache as on its own page. */
export const evidenceQuery = (workspace: string, key: string) =>
  queryOptions({
    queryKey: ['incidents', workspace, 'one', key],
    queryFn: ({ signal }) => call('GET /incidents/:key', { params: { key }, signal }),
  });

/** What is like an incident, with what its record says; the same entry of the cache as on its own page. */
export const likeQuery = (workspace: string, incident: Incident) => {
  const mechanism = incident.labels.find(({ facet }) => facet === 'mechanism')?.value;
  const query = {
    title: incident.title,
    system: incident.systems[0]?.id,
    mechanism: mechanism as 'other' | undefined,
    except: incident.key,
  } satisfies Query<'GET /incidents/similar'>;
  return queryOptions({
    queryKey: ['incidents', workspace, 'similar', query],
    queryFn: ({ signal }) => call('GET /incidents/similar', { query, signal }),
  });
};

const prolongMs = 4 * 60_000;

/** Says that this person looks at an incident, and hears who does; goes on for as long as it is on screen. */
export const leaseQuery = (workspace: string, key: string) =>
  queryOptions({
    queryKey: ['triage', workspace, 'lease', key],
    queryFn: ({ signal }) => call('PUT /incidents/:key/lease', { params: { key }, body: {}, signal }),
    refetchInterval: prolongMs,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
