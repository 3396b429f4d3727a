import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { pairDivergenceQuery } from '../../features/divergence/divergence-queries.js';
import { PairChart } from '../../features/metrics/pair-chart.js';
import { pairQuery, pairSeriesQuery } from '../../features/metrics/pairs-queries.js';
import { Section } from '../../ui/section.js';
import { pairMarks } from './pair-marks.js';

interface Props {
  workspace: string;
  /** Of the pair that the incident is about. */
  pair: { id: string; name: string };
}

/** The proxy and the intent that came apart, as far as they have been measured; nothing where they have not. */
export function IncidentChart({ workspace, pair: { id, name } }: Props) {
  const pair = useQuery(pairQuery(workspace, id)).data;
  const every = pair?.axis === 'time' ? 'day' : 'point';
  const series = useQuery({
    ...pairSeriesQuery(workspace, id, { every }),
    enabled: pair !== undefined,
  }).data;
  const divergence = useQuery(pairDivergenceQuery(workspace, id)).data;
  const marks = useMemo(() => divergence && pairMarks(divergence), [divergence]);
  if (!pair || !series || series.proxy.x.length + series.intent.x.length === 0) return null;
  return (
    <Section
      title={name}
      meta={
        <Link to="/w/$workspace/pairs/$id" params={{ workspace, id }}>
          Open the pair
        </Link>
      }
    >
      <PairChart
        series={series}
        proxy={pair.proxy}
        intent={pair.intent}
        height={240}
        marks={marks}
        referenceFromOn={pair.referenceFromOn}
        referenceToOn={pair.referenceToOn}
      />
    </Section>
  );
}
