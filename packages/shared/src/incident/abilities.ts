import type { WorkspaceRole } from '../taxonomy/values.js';

const order: readonly WorkspaceRole[] = ['viewer', 'reporter', 'triager', 'admin'];

/** @returns whether a role reaches another: triagers may do all that reporters may */
export function atLeast(role: WorkspaceRole, needed: WorkspaceRole): boolean {
  return order.indexOf(role) >= order.indexOf(needed);
}

/** Who asks: a member of the workspace, or a key (then `personId` is null). */
export interface Asker {
  role: WorkspaceRole;
  personId: string | null;
}

/** What decides about one incident. Ids of people; null where a key or a tool reported it, or nobody owns it. */
export interface Ownership {
  reporterId: string | null;
  ownerId: string | null;
}

/** Reporters edit what they reported or own; triagers edit everything they can see. The same for guard and button. */
export function mayEdit(asker: Asker, incident: Ownership): boolean {
  if (atLeast(asker.role, 'triager')) return true;
  if (!atLeast(asker.role, 'reporter')) return false;
  if (asker.personId === null) return true;
  return asker.personId === incident.reporterId || asker.personId === incident.ownerId;
}

/** Deciding about an incident, and moving it through its life, is for triagers. */
export function mayTriage(asker: Asker): boolean {
  return atLeast(asker.role, 'triager');
}

/** Everyone but viewers may comment, add evidence and relate incidents. */
export function mayComment(asker: Asker): boolean {
  return atLeast(asker.role, 'reporter');
}
