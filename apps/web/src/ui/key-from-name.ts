/** A short machine name out of a name: `Feed ranker (EU)` -> `feed-ranker-eu`; '' when nothing of it can be used. */
export function keyFromName(name: string, joint: '-' | '_' = '-', most = 48): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, joint)
    .slice(0, most)
    .replace(/^[-_]+|[-_]+$/g, '');
}
