import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Body, call, type Response } from '../../client/call.js';
import { editQuietly } from '../../client/edit-quietly.js';
import { requestKey } from '../../client/request-key.js';

export type IncidentClocks = Response<'GET /incidents/:key/clocks'>;
export type ReportingClock = IncidentClocks['items'][number];
export type Proposal = IncidentClocks['proposals'][number];
export type NewClock = Body<'POST /incidents/:key/clocks'>;
export type ClockEdit = Body<'PATCH /incidents/:key/clocks/:id'>;

const all = (workspace: string) => ['clocks', workspace] as const;

/** The clocks of one incident, and the duties that a rule proposes. */
export const incidentClocksQuery = (workspace: string, key: string) =>
  queryOptions({
    queryKey: [...all(workspace), 'of', key],
    queryFn: ({ signal }) => call('GET /incidents/:key/clocks', { params: { key }, signal }),
  });

/** The first of what is still to be reported, anywhere. */
export const runningClocksQuery = (workspace: string) =>
  queryOptions({
    queryKey: [...all(workspace), 'running'],
    queryFn: ({ signal }) => call('GET /clocks', { query: { limit: 8 }, signal }),
  });

/** What people do with the clocks of an incident; everything that shows them is read again afterwards. */
export function useClocks(workspace: string, key: string) {
  const queries = useQueryClient();
  const onSuccess = (): void => {
    for (const shown of ['clocks', 'incident-talk'])
      void queries.invalidateQueries({ queryKey: [shown, workspace] });
  };
  return {
    add: useMutation({
      mutationFn: (body: NewClock) =>
        call('POST /incidents/:key/clocks', { params: { key }, body, idempotencyKey: requestKey() }),
      onSuccess,
    }),
    edit: useMutation({
      mutationFn: ({ id, version, body }: { id: string; version: number; body: ClockEdit }) =>
        editQuietly(Object.keys(body), version, (ifMatch) =>
          call('PATCH /incidents/:key/clocks/:id', { params: { key, id }, body, ifMatch }),
        ),
      onSuccess,
    }),
  };
}
