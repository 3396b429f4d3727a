import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EmptyState, Skeleton } from '../../ui/states.js';
import { QueryView } from '../../ui/query-view.js';
import { IntentWord, ProxyWord, Verdict } from '../../ui/words.js';
import { usualAudits } from './chart/reference.js';
import styles from './metrics.module.css';
import { PairChart } from './pair-chart.js';
import { type Pair, pairSeriesQuery } from './pairs-queries.js';

interface Props {
  workspace: string;
  pair: Pair;
  /** First moment shown, ISO 8601; null for all. */
  from: string | null;
  /** Stands at the end of the sentence's line. */
  tools: ReactNode;
  /** What to do where there are no values yet. */
  action: ReactNode;
}

/** A pair in a sentence and a chart. */
export function PairView({ workspace, pair, from, tools, action }: Props) {
  const series = useQuery(
    pairSeriesQuery(workspace, pair.id, {
      every: pair.axis === 'time' ? 'day' : 'point',
      ...(from && pair.axis === 'time' ? { from } : {}),
    }),
  );
  return (
    <>
      <div className={styles.headline}>
        <Verdict>
          <StateSentence pair={pair} />
        </Verdict>
        {tools}
      </div>
      <QueryView of={series} skeleton={<Skeleton rows={10} />}>
        {(drawn) =>
          drawn.proxy.x.length === 0 && drawn.intent.x.length === 0 ? (
            <EmptyState title="No values yet" action={action}>
              Send values of the <ProxyWord>proxy</ProxyWord> by a script, and audits of the{' '}
              <IntentWord>intent</IntentWord> by a script or by hand. The chart draws itself from the first
              ones on.
            </EmptyState>
          ) : (
            <PairChart
              series={drawn}
              proxy={pair.proxy}
              intent={pair.intent}
              height={420}
              referenceFromOn={pair.referenceFromOn}
              referenceToOn={pair.referenceToOn}
              learning={
                pair.state === 'learning' ? { audits: drawn.intent.x.length, needed: usualAudits } : null
              }
            />
          )
        }
      </QueryView>
    </>
  );
}

/** What the state means, in words; silence is never a good sign. */
function StateSentence({ pair }: { pair: Pair }) {
  const proxy = <ProxyWord>{pair.proxy.name}</ProxyWord>;
  const intent = <IntentWord>{pair.intent.name}</IntentWord>;
  switch (pair.state) {
    case 'draft':
      return (
        <>
          {proxy} stands beside {intent} as a draft: nothing watches them yet.
        </>
      );
    case 'learning':
      return (
        <>
          Learning how {proxy} and {intent} move together.
        </>
      );
    case 'quiet':
      return (
        <>
          {proxy} and {intent} still move together.
        </>
      );
    case 'diverged':
      return (
        <>
          {proxy} has come apart from {intent}. An alarm is a reason to look, not a verdict.
        </>
      );
    case 'overdue':
      return (
        <>
          An audit of {intent} is overdue, so nobody knows what {proxy} means now.
        </>
      );
    case 'no_data':
      return <>No data: {pair.proxy.lastAt ? intent : proxy} has no values, so nothing can be said yet.</>;
  }
}
