import type { MemberCaller } from '../platform/endpoint/caller.js';
import { type CursorValues, pageFrom, readCursor } from '../platform/endpoint/cursor.js';
import { notFound } from '../platform/problem/problem.js';
import type { SystemsService } from './systems.service.js';

/** How the parts of a system of one kind are read: its objectives, versions, runs. */
export interface PartQueries<T> {
  list(workspaceId: string, systemId: string, limit: number, after: CursorValues | null): Promise<T[]>;
  byId(workspaceId: string, id: string): Promise<T | null>;
}

/**
 * A page of what belongs to a system.
 * @param sortValues what the list is sorted by; as many for every row
 * @throws Problem 400 for a cursor of another list, 404
 */
export async function partsOf<T>(
  { systems, queries }: { systems: SystemsService; queries: PartQueries<T> },
  caller: MemberCaller,
  systemRef: string,
  { cursor, limit }: { cursor?: string; limit: number },
  { sortedBy, sortValues }: { sortedBy: number; sortValues: (row: T) => CursorValues },
): Promise<{ items: T[]; next: string | null }> {
  const after = readCursor(cursor, sortedBy);
  const { id } = await systems.find(caller, systemRef);
  return pageFrom(await queries.list(caller.workspaceId, id, limit, after), limit, sortValues);
}

/** @throws Problem 404 */
export async function findPart<T>(
  queries: PartQueries<T>,
  { workspaceId }: MemberCaller,
  id: string,
  kind: string,
): Promise<T> {
  const part = await queries.byId(workspaceId, id);
  if (!part) throw notFound(kind);
  return part;
}
