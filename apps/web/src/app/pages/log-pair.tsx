import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { type Pair, pairSeriesQuery, pairsOfMetricQuery } from '../../features/metrics/pairs-queries.js';
import { Skeleton } from '../../ui/states.js';
import styles from './log-pair.module.css';

const PairChart = lazy(() =>
  import('../../features/metrics/pair-chart.js').then((m) => ({ default: m.PairChart })),
);

/** The pair that hangs on a metric, as either half; null while there is none. */
export function usePairOf(workspace: string, metricId: string | null): Pair | null {
  const pairs = useQuery({ ...pairsOfMetricQuery(workspace, metricId ?? ''), enabled: metricId !== null });
  return (metricId && pairs.data?.items[0]) || null;
}

const shownDays = 91;

/** What goes along with the incident by itself: the pair of its metric, drawn. */
export function LogPair({ workspace, pair }: { workspace: string; pair: Pair }) {
  const [from] = useState(() => new Date(Date.now() - shownDays * 86_400_000).toISOString());
  const overTime = pair.axis === 'time';
  const series = useQuery(
    pairSeriesQuery(workspace, pair.id, overTime ? { every: 'day', from } : { every: 'point' }),
  ).data;
  const empty = series && series.proxy.x.length === 0 && series.intent.x.length === 0;
  return (
    <section className={styles.attached} aria-label="Attached automatically">
      <p>
        <strong>Attached automatically</strong>{' '}
        <span className={styles.quiet}>
          {pair.name}
          {overTime && ', last three months'}
        </span>
      </p>
      {empty && <p className={styles.quiet}>It has no values in this time. Silence here says nothing yet.</p>}
      {series && !empty && (
        <Suspense fallback={<Skeleton rows={6} />}>
          <PairChart
            series={series}
            proxy={pair.proxy}
            intent={pair.intent}
            height={200}
            referenceFromOn={pair.referenceFromOn}
            referenceToOn={pair.referenceToOn}
          />
        </Suspense>
      )}
    </section>
  );
}
