import type { MemberCaller } from '../platform/endpoint/caller.js';

/** The detector, where it acts in a workspace: it proposes, and the record says that it was it. */
export function detectorCaller(workspaceId: string): MemberCaller {
  return {
    workspaceId,
    workspaceSlug: '',
    actor: { kind: 'detector', id: null, name: 'Divergence detector' },
    role: 'admin',
    scopes: null,
    personId: null,
    teamIds: [],
    credentialId: 'detector',
    requestId: 'detector',
  };
}
