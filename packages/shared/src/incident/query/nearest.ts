/** @returns the word that differs least from what was written, when it differs by two letters at most */
export function nearest(written: string, words: readonly string[]): string | null {
  const allowed = Math.min(2, Math.floor(written.length / 3));
  let best: string | null = null;
  let least = allowed + 1;
  for (const word of words) {
    const far = distance(written, word);
    if (far < least) [best, least] = [word, far];
  }
  return best;
}

/** Letters to add, drop or change on the way from one word to another (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [down, letter] of [...one].entries()) {
    const next = [down + 1];
    for (let across = 0; across < other.length; across += 1)
      next.push(
        Math.min(next[across]! + 1, row[across + 1]! + 1, row[across]! + (letter === other[across] ? 0 : 1)),
      );
    row = next;
  }
  return row[other.length]!;
}
