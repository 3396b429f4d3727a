const storageKey = 'plumbline.last-workspace';

/** Remembers where somebody works, so that the bare address leads back there. */
export function rememberWorkspace(slug: string): void {
  try {
    localStorage.setItem(storageKey, slug);
  } catch {
    // Without storage the first workspace is opened; nothing is lost.
  }
}

/** The workspace opened last, while its person is still a member; else the first of theirs; '' without any. */
export function lastWorkspace({ memberships }: { memberships: readonly { slug: string }[] }): string {
  let last: string | null = null;
  try {
    last = localStorage.getItem(storageKey);
  } catch {
    // As above.
  }
  const slugs = memberships.map(({ slug }) => slug);
  return last && slugs.includes(last) ? last : (slugs[0] ?? '');
}
