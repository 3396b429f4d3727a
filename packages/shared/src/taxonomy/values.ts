/** The ids of a vocabulary, as the non-empty tuple that a schema or a loop wants. */
export function valuesOf<T extends Record<string, string>>(
  vocabulary: T,
): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(vocabulary) as [keyof T & string, ...(keyof T & string)[]];
}

export const workspaceRole = {
  viewer: 'Viewer',
  reporter: 'Reporter',
  triager: 'Triager',
  admin: 'Administrator',
} as const;
export type WorkspaceRole = keyof typeof workspaceRole;

export const apiKeyScope = {
  'signals:write': 'Send alerts',
  'observations:write': 'Send observations',
  'observations:read': 'Read observations',
  'observations:read-held-out': 'Read held-out metrics',
  'imports:write': 'Import files',
  'incidents:read': 'Read incidents',
  'incidents:write': 'Log and edit incidents',
  'webhooks:manage': 'Manage webhooks',
  'workspace:read': 'Read systems, metrics, mitigations, RMF, tasks',
  'workspace:write': 'Edit systems, metrics, mitigations, RMF, tasks',
  'metrics:scrape': 'Scrape metrics',
} as const;
export type ApiKeyScope = keyof typeof apiKeyScope;
