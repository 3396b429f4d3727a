import { emptyDraft, type LogDraft } from './log-draft.js';

interface Situation {
  /** What stands in the form. */
  here: LogDraft;
  /** Whether somebody typed while the server was asked. */
  typed: boolean;
  /** When the server's draft was saved that this device saw last. */
  synced: string | null;
  /** The draft of the server. */
  kept: { draft: Record<string, unknown> | null; savedAt: string | null };
  /** What the address filled in. */
  given: Partial<LogDraft>;
}

/** @returns the draft of the server where it was saved elsewhere and says something else; null to leave the form alone */
export function draftToShow({ here, typed, synced, kept, given }: Situation): LogDraft | null {
  if (typed || !kept.draft || kept.savedAt === synced) return null;
  const elsewhere = { ...emptyDraft, ...kept.draft, ...given } as LogDraft;
  return JSON.stringify(elsewhere) === JSON.stringify(here) ? null : elsewhere;
}
