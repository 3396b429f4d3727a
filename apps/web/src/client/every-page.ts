/** At most so many pages are read: what has more is found by searching, not by scrolling. */
const mostPages = 20;

/**
 * Reads a list page after page by its cursor, for pickers and for lists that are looked at whole.
 * @param read one page; `undefined` asks for the first
 * @returns all items in order, of the first twenty pages; `next` is null unless there were more
 */
export async function everyPage<T>(
  read: (cursor: string | undefined) => Promise<{ items: T[]; next: string | null }>,
): Promise<{ items: T[]; next: string | null }> {
  const items: T[] = [];
  let next: string | null = null;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await read(next ?? undefined);
    items.push(...page.items);
    next = page.next;
    if (next === null) break;
  }
  return { items, next };
}
