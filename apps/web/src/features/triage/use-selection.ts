import { useState } from 'react';
import { likeRows } from './like-rows.js';
import type { QueueRow } from './triage-queries.js';

/** Rows chosen to be decided together. */
export function useSelection(rows: readonly QueueRow[], active: QueueRow | null) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const chosen = rows.filter(({ key }) => keys.has(key));
  return {
    keys,
    chosen,
    toggle: (): void => {
      if (!active) return;
      const next = new Set(keys);
      if (!next.delete(active.key)) next.add(active.key);
      setKeys(next);
    },
    /** The active one and all that read like it. */
    addLike: (): void => {
      if (active) setKeys(new Set([...keys, ...likeRows(rows, active)]));
    },
    clear: (): void => setKeys(new Set()),
  };
}
