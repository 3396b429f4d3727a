export type WorkspaceRole = 'viewer' | 'reporter' | 'triager' | 'admin';
export type ApiKeyScope = 'metrics:scrape' | 'incidents:read';
