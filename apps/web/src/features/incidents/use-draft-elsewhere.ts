import { useEffect, useRef } from 'react';
import { call } from '../../client/call.js';
import { toast } from '../../ui/toast/toasts.js';
import { draftToShow } from './draft-to-show.js';
import { isEmpty, type LogDraft } from './log-draft.js';
import type { DraftInHand } from './use-log-draft.js';

const saveEveryMs = 3_000;
const storageKey = (workspace: string): string => `plumbline.log-draft-synced.${workspace}`;

/**
 * Keeps the draft on the server too, so that it goes on on another machine. What was begun elsewhere comes in when the
 * form opens, with a way back to what stood here; without a connection everything is as it was.
 * @param given what the address filled in, which stays
 */
export function useDraftElsewhere(workspace: string, inHand: DraftInHand, given: Partial<LogDraft>): void {
  const hand = useRef(inHand);
  useEffect(() => {
    hand.current = inHand;
  });
  const filled = useRef(given);
  useEffect(() => {
    let sent: LogDraft | null = null;
    let ready = false;
    const opened = hand.current.draft;
    const save = async (): Promise<void> => {
      const { draft } = hand.current;
      if (!ready || sent === draft) return;
      sent = draft;
      const body = { draft: isEmpty(draft) ? null : { ...draft } };
      const { savedAt } = await call('PUT /log-draft', { body, workspace });
      remember(workspace, savedAt);
    };
    const quietly = (): void => void save().catch(() => (sent = null));
    void call('GET /log-draft', { workspace })
      .then((kept) => {
        const here = hand.current.draft;
        const shown = draftToShow({
          here,
          typed: here !== opened,
          synced: synced(workspace),
          kept,
          given: filled.current,
        });
        if (!shown) return;
        const before = hand.current.replace(shown);
        sent = shown;
        remember(workspace, kept.savedAt);
        if (!isEmpty(before))
          toast('This is the draft that you went on with elsewhere.', {
            undo: () => hand.current.replace(before),
          });
      })
      .catch(() => undefined)
      .finally(() => {
        sent ??= isEmpty(hand.current.draft) ? hand.current.draft : null;
        ready = true;
      });
    const timer = setInterval(quietly, saveEveryMs);
    return () => {
      clearInterval(timer);
      quietly();
    };
  }, [workspace]);
}

function synced(workspace: string): string | null {
  try {
    return localStorage.getItem(storageKey(workspace));
  } catch {
    return null;
  }
}

function remember(workspace: string, savedAt: string | null): void {
  try {
    if (savedAt) localStorage.setItem(storageKey(workspace), savedAt);
    else localStorage.removeItem(storageKey(workspace));
  } catch {
    // Then the draft of the server is offered once more.
  }
}
