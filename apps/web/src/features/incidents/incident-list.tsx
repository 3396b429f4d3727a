import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { toastFailure } from '../../ui/toast/toasts.js';
import { activeFilters } from './incident-filter.js';
import { IncidentPeek } from './incident-peek.js';
import { incidentCountQuery, type IncidentFilter, incidentListQuery } from './incident-queries.js';
import { IncidentTable } from './incident-table.js';
import styles from './incident-table.module.css';
import { UnseenPill } from './unseen-pill.js';
import { useCursor } from './use-cursor.js';

interface Props {
  workspace: string;
  filter: IncidentFilter;
  onFilter: (filter: IncidentFilter) => void;
  /** What stands here before the first incident is logged. */
  firstRun: ReactNode;
}

/** The incidents that a filter finds, page after page. */
export function IncidentList({ workspace, filter, onFilter, firstRun }: Props) {
  const list = useInfiniteQuery(incidentListQuery(workspace, filter));
  const queries = useQueryClient();
  const { queryKey } = incidentListQuery(workspace, filter);
  const navigate = useNavigate();
  const [peeked, setPeeked] = useState<string | null>(null);
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const open = (key: string): void =>
    void navigate({ to: '/w/$workspace/incidents/$key', params: { workspace, key } });
  const active = useCursor({ keys: rows.map(({ key }) => key), onOpen: open, onPeek: setPeeked });
  if (list.error && rows.length === 0)
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton rows={16} />;
  if (rows.length === 0) {
    if (activeFilters(filter).length === 0) return firstRun;
    return (
      <EmptyState
        title="Nothing matches"
        action={<Button onClick={() => onFilter({})}>Clear the filters</Button>}
      >
        No incident that you may see fits every filter.
      </EmptyState>
    );
  }
  return (
    <>
      <UnseenPill workspace={workspace} onShow={() => void queries.resetQueries({ queryKey })} />
      <IncidentTable workspace={workspace} rows={rows} activeKey={active} onOpen={open} />
      {list.hasNextPage && (
        <More
          pending={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage().then(({ error }) => error && toastFailure(error))}
        />
      )}
      {peeked && <IncidentPeek workspace={workspace} incidentKey={peeked} onClose={() => setPeeked(null)} />}
    </>
  );
}

/** Loads the next page when it comes into view; a button for those who do not scroll. */
function More({ pending, onMore }: { pending: boolean; onMore: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  useEffect(() => {
    more.current = onMore;
  });
  useEffect(() => {
    const watcher = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && !pending && more.current(),
      {
        rootMargin: '400px',
      },
    );
    watcher.observe(place.current!);
    return () => watcher.disconnect();
  }, [pending]);
  return (
    <div ref={place} className={styles.more}>
      <Button pending={pending} onClick={onMore}>
        {pending ? 'Loading' : 'Load more'}
      </Button>
    </div>
  );
}

/** How many there are, after the rows have come: `1,000+` once counting stops. */
export function IncidentCount({ workspace, filter }: { workspace: string; filter: IncidentFilter }) {
  const list = useInfiniteQuery(incidentListQuery(workspace, filter));
  const { data } = useQuery({ ...incidentCountQuery(workspace, filter), enabled: list.isSuccess });
  if (!data) return null;
  return <span className="tabular">{data.capped ? '1,000+' : data.count.toLocaleString('en')}</span>;
}
