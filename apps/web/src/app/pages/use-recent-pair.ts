import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { pairQuery, pairSeriesQuery } from '../../features/metrics/pairs-queries.js';

const recentDays = 120;

/** A pair with its values of the last months; all of them where its axis is not time. Undefined until both are there. */
export function useRecentPair(workspace: string, pairId: string | null) {
  const [from] = useState(() => new Date(Date.now() - recentDays * 86_400_000).toISOString().slice(0, 10));
  const pair = useQuery({ ...pairQuery(workspace, pairId ?? ''), enabled: pairId !== null }).data;
  const query =
    pair?.axis === 'time'
      ? { every: 'day' as const, from: `${from}T00:00:00Z` }
      : { every: 'point' as const };
  const series = useQuery({
    ...pairSeriesQuery(workspace, pairId ?? '', query),
    enabled: pair !== undefined,
  }).data;
  return pairId && pair && series ? { pair, series } : undefined;
}
