import type { IncidentVerb } from '@plumbline/shared/contract/incident-move';

const asking: readonly IncidentVerb[] = ['decline', 'snooze', 'mark_duplicate', 'resolve', 'close'];

/** @returns whether a move asks for more than a click */
export function needsMore(verb: IncidentVerb): boolean {
  return asking.includes(verb);
}
