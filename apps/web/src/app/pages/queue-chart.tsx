import { lazy, Suspense } from 'react';
import { useRecentPair } from './use-recent-pair.js';

const PairChart = lazy(() =>
  import('../../features/metrics/pair-chart.js').then((m) => ({ default: m.PairChart })),
);

const height = 180;

/** The pair of an incident over the last months, small; nothing where it has no values in them. */
export function QueueChart({ workspace, pairId }: { workspace: string; pairId: string }) {
  const drawn = useRecentPair(workspace, pairId);
  if (!drawn || drawn.series.proxy.x.length + drawn.series.intent.x.length === 0) return null;
  const { pair, series } = drawn;
  return (
    <Suspense fallback={<div style={{ height }} />}>
      <PairChart
        series={series}
        proxy={pair.proxy}
        intent={pair.intent}
        height={height}
        referenceFromOn={pair.referenceFromOn}
        referenceToOn={pair.referenceToOn}
      />
    </Suspense>
  );
}
