import { queryOptions } from '@tanstack/react-query';
import { call, type Response } from '../../client/call.js';

export type Overview = Response<'GET /overview'>;

/** Lengths of the period, in days. */
export const periods = { 7: '7 days', 30: '30 days', 90: '90 days', 365: 'A year' } as const;
export type Period = keyof typeof periods;

/** What all incidents together say, over a period up to now. */
export const overviewQuery = (workspace: string, days: Period) =>
  queryOptions({
    queryKey: ['overview', workspace, days],
    queryFn: ({ signal }) => call('GET /overview', { query: { days }, signal }),
    placeholderData: (before) => before,
  });
