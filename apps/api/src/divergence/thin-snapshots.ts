/** How old a kept snapshot may be, in days: the newest of each span stays, so the work of a late value is bounded. */
const spans = [7, 14, 28, 56, 112, 224, 448] as const;

/**
 * Which snapshots are worth their place: the newest in each span of age, ever wider.
 * @param days the days (since 1970) before which each snapshot has seen everything
 * @param latest the day reached
 * @returns those to keep, ascending
 */
export function thinSnapshots(days: readonly number[], latest: number): number[] {
  const newest = new Map<number, number>();
  for (const day of days) {
    const span = spans.findIndex((most) => latest - day < most);
    if (span < 0) continue;
    newest.set(span, Math.max(day, newest.get(span) ?? -Infinity));
  }
  return [...newest.values()].sort((one, other) => one - other);
}
