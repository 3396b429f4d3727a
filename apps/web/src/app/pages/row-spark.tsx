import { Sparkline } from '../../features/metrics/sparkline.js';
import { useRecentPair } from './use-recent-pair.js';

/** The pair of a row in 48 x 24 px; a dotted rule where it has none. */
export function RowSpark({ workspace, pairId }: { workspace: string; pairId: string | null }) {
  const drawn = useRecentPair(workspace, pairId);
  if (!drawn) return <Sparkline pair={null} label="no pair" />;
  const { pair, series } = drawn;
  return <Sparkline pair={{ series, proxy: pair.proxy, intent: pair.intent }} label={`Pair: ${pair.name}`} />;
}
