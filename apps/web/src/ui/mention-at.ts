const most = 6;

/** @returns where the mention that is being written begins, and what of it stands before the caret */
export function mentionAt(text: string, caret: number): { from: number; words: string } | null {
  const from = text.lastIndexOf('@', caret - 1);
  if (from < 0 || /[\p{L}\p{N}_]/u.test(text[from - 1] ?? ' ')) return null;
  const words = text.slice(from + 1, caret);
  return words.length <= 60 && !words.includes('\n') ? { from, words } : null;
}

/** @returns the names that begin so, in any of their words; none once one is written out */
export function namesFor(words: string, names: readonly string[]): string[] {
  const begun = words.toLowerCase();
  const fits = (name: string): boolean =>
    name.startsWith(begun) || name.split(/\s+/).some((word) => word.startsWith(begun));
  return [...new Set(names)].filter((name) => fits(name.toLowerCase())).slice(0, most);
}
