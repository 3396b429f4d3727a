import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { keyAfter, rowsToShow } from './queue-order.js';
import { type QueueRow, queueQuery } from './triage-queries.js';

const none: ReadonlyMap<string, number> = new Map();

/** The queue as one person works through it: it moves under their hands alone. */
export function useQueue(workspace: string, at: string | undefined, onAt: (key: string | undefined) => void) {
  const list = useInfiniteQuery(queueQuery(workspace));
  const fetched = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  const [decided, setDecided] = useState(none);
  const [takenBack, setTakenBack] = useState<readonly QueueRow[]>([]);
  const { shown, fresh, showFresh } = useKnown(fetched, list.data?.pages.length ?? 0);
  const rows = useMemo(() => rowsToShow(shown, decided, takenBack), [shown, decided, takenBack]);
  const active = rows.find(({ key }) => key === at) ?? rows[0] ?? null;

  return {
    list,
    rows,
    active,
    fresh,
    showFresh,
    goTo: onAt,
    step: (by: number): void => {
      const from = rows.findIndex(({ key }) => key === active?.key);
      const next = rows[Math.max(0, Math.min(rows.length - 1, from + by))];
      if (next) onAt(next.key);
    },
    /** The rows leave at once and the next one is active. */
    hide: (leaving: readonly QueueRow[]): void => {
      const keys = leaving.map(({ key }) => key);
      onAt(keyAfter(rows, keys, active?.key ?? null) ?? undefined);
      setDecided(
        (before) => new Map([...before, ...leaving.map(({ key, version }) => [key, version] as const)]),
      );
      setTakenBack((before) => before.filter(({ key }) => !keys.includes(key)));
    },
    /** The row is back in its place. */
    bringBack: (row: QueueRow): void => {
      setDecided((before) => new Map([...before].filter(([key]) => key !== row.key)));
      setTakenBack((before) => [...before.filter(({ key }) => key !== row.key), row]);
    },
    /** The server lists again what was taken back here. */
    trustList: (): void => setTakenBack([]),
  };
}

export type Queue = ReturnType<typeof useQueue>;

/** New incidents wait until they are asked for: nothing moves under the cursor. A further page is asked for. */
function useKnown(fetched: readonly QueueRow[], pages: number) {
  const [known, setKnown] = useState<ReadonlySet<string> | null>(null);
  const know = (): void =>
    setKnown((before) => new Set([...(before ?? []), ...fetched.map(({ key }) => key)]));
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- only another page makes its rows known by itself
  useEffect(() => void (pages > 0 && know()), [pages]);
  const shown = useMemo(
    () => (known ? fetched.filter(({ key }) => known.has(key)) : fetched),
    [fetched, known],
  );
  return { shown, fresh: fetched.length - shown.length, showFresh: know };
}
