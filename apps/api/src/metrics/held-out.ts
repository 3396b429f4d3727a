import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Problem } from '../platform/problem/problem.js';

/**
 * Keeps the values of held-out metrics from keys that are not meant to read them: what an optimiser can read, it
 * can optimise. People may always look.
 * @throws Problem 403
 */
export function refuseHeldOut(
  caller: Pick<MemberCaller, 'scopes'>,
  metrics: readonly { name: string; heldOut: boolean }[],
): void {
  if (caller.scopes === null || caller.scopes.includes('observations:read-held-out')) return;
  const hidden = metrics.find(({ heldOut }) => heldOut);
  if (!hidden) return;
  throw new Problem(
    'auth/forbidden',
    `"${hidden.name}" is held out. A key reads it only with the scope observations:read-held-out.`,
  );
}
