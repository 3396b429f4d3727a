import type { Change } from '@plumbline/shared/contract/change';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Changes that come this close together are applied as one, in milliseconds. */
const together = 150;

/** Keeps what is on screen up to date while a workspace is open. Loaded once the page stands. */
export function useLiveChanges(workspace: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!workspace) return;
    let stop: (() => void) | null = null;
    let left = false;
    let waiting: Change[] = [];
    void Promise.all([import('../../client/live.js'), import('./apply-change.js')]).then(
      ([{ followChanges }, { applyChanges }]) => {
        if (left) return;
        const hear = (change: Change): void => {
          if (waiting.push(change) > 1) return;
          setTimeout(() => {
            applyChanges(queries, workspace, waiting);
            waiting = [];
          }, together);
        };
        stop = followChanges(workspace, hear, ({ incident, people }) =>
          queries.setQueryData(['presence', workspace, incident], people),
        );
      },
      // Without it the page still works; it is read again as ever.
      () => undefined,
    );
    return () => {
      left = true;
      stop?.();
    };
  }, [queries, workspace]);
}
