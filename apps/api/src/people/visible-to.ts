import type { MemberCaller } from '../platform/endpoint/caller.js';
import type { Parameters } from '../platform/database/parameters.js';

/**
 * The condition under which a caller may see a row of `incident`, called `i` unless said otherwise. Every read of
 * incidents carries it, from the first query on. Keys see workspace-visible rows; administrators see all; people also
 * see what their team, their ownership, their report or an explicit name opens to them. It may be NULL for "no":
 * write the opposite as `IS NOT TRUE`.
 */
export function visibleTo(
  caller: Pick<MemberCaller, 'personId' | 'role' | 'teamIds'>,
  parameters: Parameters,
  i = 'i',
): string {
  if (caller.personId === null) return `${i}.visibility = 'workspace'`;
  if (caller.role === 'admin') return 'true';
  const person = parameters.add(caller.personId);
  const teams = parameters.add(caller.teamIds);
  return `(${i}.visibility = 'workspace'
    OR ${i}.owner_id = ${person}
    OR (${i}.reporter_kind = 'person' AND ${i}.reporter_id = ${person})
    OR (${i}.visibility = 'team' AND ${i}.team_id = ANY (${teams}::uuid[]))
    OR (${i}.visibility = 'restricted' AND ${person} = ANY (${i}.visible_to)))`;
}
