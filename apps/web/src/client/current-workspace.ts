let chosen: string | null = null;

/** Says which workspace is meant on a page that belongs to none, such as Quick check; null when nobody is signed in. */
export function chooseWorkspace(slug: string | null): void {
  chosen = slug;
}

/** The workspace chosen for pages outside of all, or null. */
export function chosenWorkspace(): string | null {
  return chosen;
}

/** Slug of the workspace that an address belongs to (`/w/<slug>/...`), or null outside of one. */
export function workspaceOf(pathname: string): string | null {
  const slug = /^\/w\/([^/]+)/.exec(pathname)?.[1];
  return slug ? decodeURIComponent(slug) : null;
}
