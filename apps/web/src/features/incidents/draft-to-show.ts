import { emptyDraft, type LogDraft } from './log-draft.js';

interface Situation {
  /** What stands in the form. */
  here: LogDraft;
  /** When the server's draft was saved that this device saved last. */
  synced: string | null;
  /** The draft of the server. */
  kept: { draft: Record<string, unknown> | null; savedAt: string | null };
}

/** @returns the draft of the server where it was saved elsewhere and says something else than the form; else null */
export function draftToShow({ here, synced, kept }: Situation): LogDraft | null {
  if (!kept.draft || kept.savedAt === synced) return null;
  const elsewhere = { ...emptyDraft, ...kept.draft } as LogDraft;
  return JSON.stringify(elsewhere) === JSON.stringify(here) ? null : elsewhere;
}
