import type { Board } from './rmf-queries.js';

/** What the board says, in a sentence; without any assessment it says so, since silence is not health. */
export function boardSentence({ items, categories }: Pick<Board, 'items' | 'categories'>): string {
  const gaps = items.reduce((sum, row) => sum + row.gaps, 0);
  const within = categories.filter((row) => row.gaps > 0).length;
  if (gaps > 0)
    return `${gaps === 1 ? '1 gap' : `${gaps} gaps`} in ${within} of ${categories.length} categories.`;
  return items.some((row) => row.incidents > 0)
    ? 'No gap among what has been assessed.'
    : 'Nothing has been assessed yet, so this board says nothing about gaps. Assess a subcategory from an incident.';
}

/** How many categories nobody has said anything about, for any system; empty when none is left. */
export function unstatedSentence({ categories }: Pick<Board, 'categories'>): string {
  const unstated = categories.filter((row) => row.statements === 0).length;
  if (unstated === 0) return '';
  if (unstated === categories.length) return 'No system has stated where it stands.';
  return `${unstated === 1 ? '1 category has' : `${unstated} categories have`} no statement.`;
}
