import type { QueueRow } from './triage-queries.js';

type Like = Pick<QueueRow, 'key' | 'title' | 'system'>;

/** Keys of the rows that read like one of them, itself included: most words of the titles the same, or all but numbers. */
export function likeRows(rows: readonly Like[], of: Like): string[] {
  const words = wordsOf(of.title);
  return rows
    .filter(
      (row) =>
        row.key === of.key || shared(words, wordsOf(row.title)) >= (row.system === of.system ? 0.5 : 0.75),
    )
    .map(({ key }) => key);
}

/** Words without digits: `Run 12 fails` and `Run 13 fails` read alike. */
function wordsOf(title: string): ReadonlySet<string> {
  return new Set(title.toLowerCase().match(/\p{L}{3,}/gu) ?? []);
}

/** How much of the words of both stands in both, from 0 to 1. */
function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((word) => other.has(word)).length;
  const either = new Set([...one, ...other]).size;
  return either === 0 ? 0 : both / either;
}
