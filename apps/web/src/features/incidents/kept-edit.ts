import { keepText, keptText } from '../../ui/kept-text.js';

/** Words on their way into a field: what it held when they were begun, and what stands in the editor. */
export interface Edit {
  began: string;
  draft: string;
}

/** The edit that was left unsaved in this tab, or null. @param name unique: `feed-quality.INC-3.lesson` */
export function keptEdit(name: string): Edit | null {
  try {
    const kept: unknown = JSON.parse(keptText(`edit.${name}`) || 'null');
    return isEdit(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps an edit while it differs from what it began with; null, or one that changes nothing, forgets it. */
export function keepEdit(name: string, edit: Edit | null): void {
  keepText(`edit.${name}`, edit && edit.draft !== edit.began ? JSON.stringify(edit) : '');
}

function isEdit(kept: unknown): kept is Edit {
  const { began, draft } = (kept ?? {}) as Record<string, unknown>;
  return typeof began === 'string' && typeof draft === 'string';
}
