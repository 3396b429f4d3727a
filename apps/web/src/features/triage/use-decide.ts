import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../client/call.js';
import { requestKey } from '../../client/request-key.js';
import { dismissToast, toast, toastFailure } from '../../ui/toast/toasts.js';
import { evidenceQuery, type Incident, type Move, type QueueRow } from './triage-queries.js';
import type { Queue } from './use-queue.js';

/** What people decide; the queue moves on at once, and a refusal brings the incident back. */
export function useDecide(workspace: string, queue: Queue) {
  const queries = useQueryClient();

  const readAgain = async (): Promise<void> => {
    for (const part of ['list', 'count'])
      void queries.invalidateQueries({ queryKey: ['incidents', workspace, part] });
    void queries.invalidateQueries({ queryKey: ['triage', workspace, 'figures'] });
    await queries.invalidateQueries({ queryKey: ['triage', workspace, 'queue'] });
  };
  const keep = (incident: Incident): void => {
    queries.setQueryData(evidenceQuery(workspace, incident.key).queryKey, incident);
    void queries.invalidateQueries({ queryKey: ['incident-talk', workspace, incident.key] });
  };

  /**
   * Takes the same move on some incidents.
   * @param words what the toast says: `INC-5 accepted.`
   */
  return function decide(rows: readonly QueueRow[], move: Move, words: string): void {
    queue.hide(rows);
    const taken = rows.map((row) => takeOne(row, move));
    const message = toast(words, { undo: () => void undoAll() });

    async function takeOne(row: QueueRow, body: Move): Promise<Incident | null> {
      try {
        const params = { key: row.key };
        const after = await call('POST /incidents/:key/moves', {
          params,
          body,
          idempotencyKey: requestKey(),
        });
        keep(after);
        return after;
      } catch (error) {
        queue.bringBack(row);
        if (rows.length === 1) dismissToast(message);
        toastFailure(error);
        void queries.invalidateQueries({ queryKey: evidenceQuery(workspace, row.key).queryKey });
        return null;
      }
    }

    async function undoOne(row: QueueRow, answer: Promise<Incident | null>): Promise<void> {
      const after = await answer;
      if (!after) return;
      try {
        const request = { params: { key: row.key }, body: { version: after.version } };
        const before = await call('POST /incidents/:key/undo', { ...request, idempotencyKey: requestKey() });
        keep(before);
      } catch (error) {
        queue.hide([row]);
        toastFailure(error);
      }
    }

    async function undoAll(): Promise<void> {
      for (const row of rows) queue.bringBack(row);
      queue.goTo(rows[0]!.key);
      await Promise.all(rows.map((row, index) => undoOne(row, taken[index]!)));
      await readAgain();
      queue.trustList();
    }

    void Promise.all(taken).then(readAgain);
  };
}

export type Decide = ReturnType<typeof useDecide>;
