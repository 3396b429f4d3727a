import { useEffect, useRef, useState } from 'react';
import { call } from '../../client/call.js';
import { toast } from '../../ui/toast/toasts.js';
import { draftToShow } from './draft-to-show.js';
import { isEmpty, type LogDraft } from './log-draft.js';
import type { DraftInHand } from './use-log-draft.js';

const saveEveryMs = 3_000;
const storageKey = (workspace: string): string => `plumbline.log-draft-synced.${workspace}`;

/** A draft that somebody went on with on another machine. */
export interface DraftElsewhere {
  title: string;
  /** Puts it into the form; what stood there can be had back. */
  take: () => void;
}

/**
 * Keeps the draft on the server too, from the first change on, so that it goes on on another machine. Without a
 * connection everything is as it was.
 * @returns what was saved elsewhere and says something else; null for nothing
 */
export function useDraftElsewhere(workspace: string, inHand: DraftInHand): DraftElsewhere | null {
  const hand = useRef(inHand);
  useEffect(() => {
    hand.current = inHand;
  });
  const [offered, setOffered] = useState<LogDraft | null>(null);
  const sent = useRef(inHand.draft);
  useEffect(() => {
    call('GET /log-draft', { workspace }).then(
      (kept) => setOffered(draftToShow({ here: hand.current.draft, synced: synced(workspace), kept })),
      () => undefined,
    );
    const save = (): void => {
      const { draft } = hand.current;
      if (sent.current === draft) return;
      sent.current = draft;
      const body = { draft: isEmpty(draft) ? null : { ...draft } };
      call('PUT /log-draft', { body, workspace }).then(
        ({ savedAt }) => remember(workspace, savedAt),
        // It stays on this device; the next change tries again.
        () => undefined,
      );
    };
    const timer = setInterval(save, saveEveryMs);
    return () => {
      clearInterval(timer);
      save();
    };
  }, [workspace]);
  if (!offered) return null;
  return {
    title: offered.title,
    take: () => {
      const before = hand.current.replace(offered);
      setOffered(null);
      toast('This is the draft that you went on with elsewhere.', {
        undo: () => hand.current.replace(before),
      });
    },
  };
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
