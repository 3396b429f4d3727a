import { mentionedIn } from '@plumbline/shared/incident/mentions';
import { moves } from '@plumbline/shared/incident/lifecycle';
import { type NotificationKind, notificationKind } from '@plumbline/shared/taxonomy/values/notification';
import { valuesOf } from '@plumbline/shared/taxonomy/values';

/** One entry of the record, as far as it decides who is told. */
export interface NewsEvent {
  verb: string;
  actorKind: string;
  actorId: string | null;
  payload: Record<string, unknown> | null;
}

/** The people around what an event is about. */
export interface Circle {
  ownerId: string | null;
  /** Who follows the incident: takes part in it or said so, and did not say otherwise. */
  followers: readonly string[];
  /** Who follows the systems it is about. */
  systemFollowers: readonly string[];
  /** Who put it to sleep. */
  snoozedBy: string | null;
}

type Fields = Record<string, unknown>;

/** Whether an event is a decision that can be taken back for a few seconds. */
export function canBeUndone(verb: string): boolean {
  const [kind, move] = verb.split('.') as [string, string];
  return kind === 'incident' && Object.hasOwn(moves, move);
}

const told = new Set([
  'incident.commented',
  'incident.comment_edited',
  'incident.logged',
  'incident.edited',
  'incident.divergence_joined',
  'incident.wake',
  'task.added',
  'task.edited',
]);

/** Whether an event can concern anybody; most, such as alerts that join, never do. */
export function isNews(verb: string): boolean {
  return told.has(verb) || canBeUndone(verb);
}

/**
 * Whom an event is told, and why: each person once, by the weightiest reason, and never who did it.
 * @returns person id -> reason
 */
export function addressees(event: NewsEvent, circle: Circle): Map<string, NotificationKind> {
  const why = reasons(event, circle);
  const chosen = new Map<string, NotificationKind>();
  for (const kind of valuesOf(notificationKind))
    for (const person of why[kind] ?? [])
      if (person && person !== event.actorId && !chosen.has(person)) chosen.set(person, kind);
  return chosen;
}

type Told = Partial<Record<NotificationKind, readonly (string | null)[]>>;

function reasons({ verb, actorKind, payload }: NewsEvent, circle: Circle): Told {
  const said = payload ?? {};
  const [before, after] = [(said.before ?? {}) as Fields, (said.after ?? {}) as Fields];
  switch (verb) {
    case 'incident.commented':
      return { mentioned: mentionedIn(textOf(said.body)), commented: circle.followers };
    case 'incident.comment_edited': {
      const known = mentionedIn(textOf(said.before));
      return { mentioned: mentionedIn(textOf(said.after)).filter((id) => !known.includes(id)) };
    }
    case 'incident.logged':
      return {
        assigned: [idOf(after.ownerId)],
        opened_to_you: after.visibility === 'restricted' ? idsOf(after.visibleTo) : [],
        alarm: actorKind === 'detector' || actorKind === 'tool' ? circle.systemFollowers : [],
      };
    case 'incident.edited':
      return {
        assigned: [idOf(after.ownerId)],
        opened_to_you: idsOf(after.visibleTo).filter((id) => !idsOf(before.visibleTo).includes(id)),
      };
    case 'incident.divergence_joined':
      return { alarm: [...circle.followers, ...circle.systemFollowers] };
    case 'incident.wake':
      return { snooze_returned: [circle.ownerId, circle.snoozedBy] };
    case 'task.added':
    case 'task.edited':
      return { task_assigned: [idOf(after.ownerId)] };
    default:
      return canBeUndone(verb) ? { moved: circle.followers } : {};
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const idOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
