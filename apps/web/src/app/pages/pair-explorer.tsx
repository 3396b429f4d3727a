import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { DivergencePanels } from '../../features/divergence/divergence-panels.js';
import { DivergenceReading } from '../../features/divergence/divergence-reading.js';
import type { PairDivergence } from '../../features/divergence/divergence-queries.js';
import { shownEstimates } from '../../features/divergence/shown-estimates.js';
import type { IncidentRow } from '../../features/incidents/incident-queries.js';
import { PairChart } from '../../features/metrics/pair-chart.js';
import { type Pair, type PairSeries, pairSeriesQuery } from '../../features/metrics/pairs-queries.js';
import type { Mitigation } from '../../features/mitigations/mitigation-queries.js';
import { Button } from '../../ui/button.js';
import { download } from '../../ui/download.js';
import { keyFromName } from '../../ui/key-from-name.js';
import { lazyPart } from '../../ui/lazy-part.js';
import { toastFailure } from '../../ui/toast/toasts.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState, Skeleton } from '../../ui/states.js';
import { IntentWord, ProxyWord } from '../../ui/words.js';
import styles from './pair-explorer.module.css';
import { pairMarks } from './pair-marks.js';

const EstimatesTable = lazyPart(() =>
  import('../../features/divergence/estimates-table.js').then((m) => m.EstimatesTable),
);

interface Props {
  workspace: string;
  pair: Pair;
  divergence: PairDivergence;
  incidents: readonly IncidentRow[];
  mitigations: readonly Mitigation[];
  /** First moment shown, ISO 8601; null for all. */
  from: string | null;
  asTable: boolean;
  /** Above the chart: how much is shown, and how. */
  tools: ReactNode;
  /** A stretch was brushed, in units of the axis. */
  onSelect: (from: number, to: number) => void;
  /** What to do where there are no values yet. */
  action: ReactNode;
}

/** A pair over time with everything the detector says of it: chart, gap, evidence, what happened meanwhile. */
export function PairExplorer({ workspace, pair, from, action, tools, ...rest }: Props) {
  const series = useQuery(pairSeriesQuery(workspace, pair.id, { every: 'day', ...(from ? { from } : {}) }));
  return (
    <>
      <div className={styles.tools}>
        {tools}
        <Button
          variant="bare"
          disabledReason={series.data ? null : 'It is being read.'}
          onClick={() => void saveCsv(pair, rest.divergence, series.data!).catch(toastFailure)}
        >
          CSV
        </Button>
      </div>
      <QueryView of={series} skeleton={<Skeleton rows={14} />}>
        {(drawn) =>
          drawn.proxy.x.length + drawn.intent.x.length === 0 ? (
            <EmptyState title="No values yet" action={action}>
              Send values of the <ProxyWord>proxy</ProxyWord> by a script, and audits of the{' '}
              <IntentWord>intent</IntentWord> by a script or by hand. The chart draws itself from the first
              ones on.
            </EmptyState>
          ) : (
            <Drawn workspace={workspace} pair={pair} series={drawn} {...rest} />
          )
        }
      </QueryView>
    </>
  );
}

type DrawnProps = Omit<Props, 'from' | 'action' | 'tools'> & { series: PairSeries };

function Drawn({
  workspace,
  pair,
  series,
  divergence,
  incidents,
  mitigations,
  asTable,
  onSelect,
}: DrawnProps) {
  const [at, setAt] = useState<number | null>(null);
  const marks = useMemo(() => ({ ...pairMarks(divergence), plumbGoesOn: !asTable }), [divergence, asTable]);
  const [from, to] = extentOf(series);
  return (
    <>
      <PairChart
        series={series}
        proxy={pair.proxy}
        intent={pair.intent}
        height={380}
        marks={marks}
        referenceFromOn={pair.referenceFromOn}
        referenceToOn={pair.referenceToOn}
        learning={
          divergence.state === 'learning'
            ? { audits: divergence.audits, needed: divergence.auditsNeeded }
            : null
        }
        onAt={setAt}
        onSelect={onSelect}
        readings={<DivergenceReading divergence={divergence} intent={pair.intent} at={at} />}
        asTable={asTable}
      />
      {asTable ? (
        <EstimatesTable estimates={shownEstimates(divergence.estimates, from, to)} intent={pair.intent} />
      ) : (
        <DivergencePanels
          divergence={divergence}
          proxy={pair.proxy}
          intent={pair.intent}
          from={from}
          to={to}
          at={at}
          incidents={incidents.map(({ key, status, triageState, occurredAt, reportedAt, updatedAt }) => ({
            from: Date.parse(occurredAt ?? reportedAt),
            to: status === 'closed' || status === 'resolved' ? Date.parse(updatedAt) : null,
            label: `${key}, ${status ?? triageState}`,
            href: `/w/${workspace}/incidents/${key}`,
          }))}
          mitigations={mitigations.flatMap(({ activeAt, status, updatedAt, title }) =>
            activeAt
              ? {
                  from: Date.parse(activeAt),
                  to: status === 'retired' ? Date.parse(updatedAt) : null,
                  label: title,
                }
              : [],
          )}
        />
      )}
    </>
  );
}

/** What is shown, as a file for a spreadsheet. */
async function saveCsv(pair: Pair, divergence: PairDivergence, series: PairSeries): Promise<void> {
  // Apart from the page: few want the file, nobody at once.
  const { explorerCsv } = await import('../../features/divergence/explorer-csv.js');
  const [from, to] = extentOf(series);
  const names = { proxy: pair.proxy.name, intent: pair.intent.name };
  const text = explorerCsv(names, series, shownEstimates(divergence.estimates, from, to));
  download(new Blob([text], { type: 'text/csv' }), `${keyFromName(pair.name)}.csv`);
}

/** First and last place where there is a value: the stretch that the chart shows. */
function extentOf({ proxy, intent }: PairSeries): [number, number] {
  const ends = [proxy.x[0], intent.x[0], proxy.x.at(-1), intent.x.at(-1)].filter((x) => x !== undefined);
  return [Math.min(...ends), Math.max(...ends)];
}
