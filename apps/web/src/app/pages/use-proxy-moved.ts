import { useQuery } from '@tanstack/react-query';
import { type Pair, pairSeriesQuery } from '../../features/metrics/pairs-queries.js';

const dayMs = 86_400_000;

/** The proxy before the onset and now, four weeks each at most; null where one of them is not known. */
export function useProxyMoved(
  workspace: string,
  pair: Pair,
  onsetAt: string | null,
): { from: number; to: number } | null {
  const series = useQuery({
    ...pairSeriesQuery(workspace, pair.id, { every: 'day' }),
    enabled: onsetAt !== null && pair.axis === 'time',
  }).data;
  if (!series || onsetAt === null) return null;
  const onset = Date.parse(onsetAt);
  const { x, value } = series.proxy;
  const mean = (from: number, to: number): number | null => {
    const within = value.filter((_, k) => x[k]! >= from && x[k]! < to);
    return within.length === 0 ? null : within.reduce((sum, one) => sum + one, 0) / within.length;
  };
  const last = x.at(-1) ?? onset;
  const before = mean(onset - 28 * dayMs, onset);
  const now = mean(Math.max(onset, last - 7 * dayMs), last + 1);
  return before === null || now === null ? null : { from: before, to: now };
}
