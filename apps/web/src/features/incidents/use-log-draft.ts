import { useEffect, useRef, useState } from 'react';
import { emptyDraft, isEmpty, keepDraft, keptDraft, type LogDraft } from './log-draft.js';

const saveEveryMs = 1000;

export interface DraftInHand {
  draft: LogDraft;
  set: (part: Partial<LogDraft>) => void;
  /** Puts another draft in place; gives back the one before, for undo. */
  replace: (next: LogDraft) => LogDraft;
  /** When it was last kept on this device; null before the first time. */
  savedAt: string | null;
}

/**
 * The draft of a workspace, kept on this device every second and when the page is left.
 * @param given what the address fills in; it comes on top of what was kept
 */
export function useLogDraft(workspace: string, given: Partial<LogDraft>): DraftInHand {
  const [draft, setDraft] = useState<LogDraft>(() => ({ ...(keptDraft(workspace) ?? emptyDraft), ...given }));
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const latest = useRef(draft);
  const saved = useRef<LogDraft | null>(null);
  useEffect(() => {
    latest.current = draft;
  }, [draft]);
  useEffect(() => {
    const save = (): void => {
      if (saved.current === latest.current) return;
      if (!keepDraft(workspace, latest.current)) return;
      saved.current = latest.current;
      setSavedAt(isEmpty(latest.current) ? null : new Date().toISOString());
    };
    const timer = setInterval(save, saveEveryMs);
    addEventListener('pagehide', save);
    return () => {
      clearInterval(timer);
      removeEventListener('pagehide', save);
      save();
    };
  }, [workspace]);
  return {
    draft,
    savedAt,
    set: (part) => setDraft((before) => ({ ...before, ...part })),
    replace: (next) => {
      const before = latest.current;
      latest.current = next;
      setDraft(next);
      return before;
    },
  };
}
