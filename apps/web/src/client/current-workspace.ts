/** Slug of the workspace that an address belongs to (`/w/<slug>/...`), or null outside of one. */
export function workspaceOf(pathname: string): string | null {
  const slug = /^\/w\/([^/]+)/.exec(pathname)?.[1];
  return slug ? decodeURIComponent(slug) : null;
}
