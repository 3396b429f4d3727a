import { useMediaQuery } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { Button } from '../../ui/button.js';
import { IconButton } from '../../ui/icon-button.js';
import { Kbd } from '../../ui/kbd.js';
import { Page } from '../../ui/page.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { EvidencePane } from './evidence-pane.js';
import { Guide } from './guide.js';
import { QueueTable } from './queue-table.js';
import { SleepingRows } from './sleeping-rows.js';
import { evidenceQuery, queueFiguresQuery } from './triage-queries.js';
import styles from './triage-screen.module.css';
import { useKeys } from './use-keys.js';
import { useQueue } from './use-queue.js';
import { useSelection } from './use-selection.js';
import { useVerbs } from './use-verbs.js';
import { VerbBar } from './verb-bar.js';

interface Props {
  workspace: string;
  /** Key of the active incident, as the address has it. */
  at: string | undefined;
  onAt: (key: string | undefined) => void;
  onOpen: (key: string) => void;
  people: readonly { id: string; name: string }[];
  me: string | undefined;
  /** Why this person may not decide; null when they may. */
  whyNot: string | null;
  actions: ReactNode;
  spark: (pairId: string | null) => ReactNode;
  chart: (pair: { id: string; name: string }) => ReactNode;
}

/** The queue and, beside it, the evidence: every verb has one key, and each advances. */
export function TriageScreen({
  workspace,
  at,
  onAt,
  onOpen,
  people,
  me,
  whyNot,
  actions,
  spark,
  chart,
}: Props) {
  const queue = useQueue(workspace, at, onAt);
  const { rows, active } = queue;
  const selection = useSelection(rows, active);
  const chosen = selection.chosen.length > 0 ? selection.chosen : active ? [active] : [];
  const verbs = useVerbs({ workspace, queue, rows: chosen, people, me, onDecided: selection.clear });
  const phone = useMediaQuery('(max-width: 719px)', undefined, { getInitialValueInEffect: false });
  const wide = useMediaQuery('(min-width: 1280px)', undefined, { getInitialValueInEffect: false });
  usePreloadedNext(workspace, rows, active?.key);
  useKeys({ queue, selection, verbs, whyNot, onOpen });

  const bar = active && (
    <VerbBar
      selected={selection.chosen.length}
      asked={verbs.asked}
      onVerb={verbs.begin}
      onLeave={verbs.leave}
      disabledReason={whyNot}
    />
  );
  const pane = active && (
    <EvidencePane
      key={active.key}
      workspace={workspace}
      incidentKey={active.key}
      holds={!whyNot}
      chart={chart}
    />
  );
  const side = active && (
    <div className={styles.side}>
      {pane}
      {wide && bar}
    </div>
  );
  const place = active ? rows.indexOf(active) + 1 : 0;
  return (
    <Page
      title="Triage"
      flush
      meta={
        <>
          <Waiting workspace={workspace} place={phone ? place : null} shown={rows.length} />
          {queue.fresh > 0 && <Button onClick={queue.showFresh}>{queue.fresh} new, show</Button>}
        </>
      }
      actions={phone ? active && <Steps onStep={queue.step} /> : actions}
      sideTitle="Evidence"
      sideWidth={520}
      side={phone ? undefined : side}
      footer={phone ? bar : <Foot workspace={workspace} bar={wide ? null : bar} />}
    >
      <Body queue={queue}>
        {phone ? (
          pane
        ) : (
          <>
            <QueueTable
              label="Waiting for a decision"
              rows={rows}
              activeKey={active?.key ?? null}
              selected={selection.keys}
              onActivate={onAt}
              spark={spark}
            />
            {queue.list.hasNextPage && (
              <div className={styles.more}>
                <Button
                  pending={queue.list.isFetchingNextPage}
                  onClick={() => void queue.list.fetchNextPage()}
                >
                  Load more
                </Button>
              </div>
            )}
          </>
        )}
      </Body>
      {verbs.guided && <Guide incident={verbs.guided} verbs={verbs} />}
      {!phone && <SleepingRows workspace={workspace} spark={spark} />}
    </Page>
  );
}

/** Rows, or why there are none. */
function Body({
  queue: { list, rows, fresh },
  children,
}: {
  queue: ReturnType<typeof useQueue>;
  children: ReactNode;
}) {
  if (rows.length > 0) return children;
  if (list.data) {
    if (fresh > 0) return null;
    return (
      <EmptyState title="Queue empty">
        Everything that was reported has been decided. What is new, and what wakes, appears here.
      </EmptyState>
    );
  }
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  return <Skeleton rows={16} />;
}

/** The evidence of the one after is there before it is asked for. */
function usePreloadedNext(
  workspace: string,
  rows: readonly { key: string }[],
  active: string | undefined,
): void {
  const queries = useQueryClient();
  const next = rows[rows.findIndex(({ key }) => key === active) + 1]?.key;
  useEffect(() => {
    if (next) void queries.prefetchQuery(evidenceQuery(workspace, next));
  }, [queries, workspace, next]);
}

function Waiting({ workspace, place, shown }: { workspace: string; place: number | null; shown: number }) {
  const figures = useQuery(queueFiguresQuery(workspace)).data;
  if (!figures) return null;
  const { count, capped } = figures.waiting;
  const whole = capped ? '1,000+' : Math.max(count, shown).toLocaleString('en');
  if (place !== null)
    return <span className="tabular">{shown === 0 ? 'none waits' : `${place} of ${whole}`}</span>;
  return <span className="tabular">{whole} pending</span>;
}

function Steps({ onStep }: { onStep: (by: number) => void }) {
  return (
    <>
      <IconButton icon="chevronLeft" label="Incident before" onClick={() => onStep(-1)} />
      <IconButton icon="chevronRight" label="Next incident" onClick={() => onStep(1)} />
    </>
  );
}

const hints = [
  ['j', 'k', 'move'],
  ['x', 'select'],
  ['shift+x', 'select similar'],
  ['enter', 'open'],
  ['u', 'undo'],
  ['?', 'all keys'],
] as const;

/** Keys that have no button, and what was done today. */
function Foot({ workspace, bar }: { workspace: string; bar: ReactNode }) {
  const figures = useQuery(queueFiguresQuery(workspace)).data;
  return (
    <>
      {bar}
      {hints.map((hint) => (
        <span key={hint.join()} className={styles.hint}>
          {hint.slice(0, -1).map((key) => (
            <Kbd key={key} keys={key} />
          ))}
          {hint.at(-1)}
        </span>
      ))}
      {figures && <span className={styles.today}>{figures.decidedToday} decided today</span>}
    </>
  );
}
