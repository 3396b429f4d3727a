/** For how long it holds that somebody looks at something, unless they say it again; in milliseconds. */
export const presentMs = 45_000;

/** Somebody came to a place in a workspace, or left it. */
export interface Sight {
  workspaceId: string;
  incidentId: string;
  personId: string;
  here: boolean;
}

/** Who looks at what, as one process knows it. Kept in memory alone. */
export class WhoIsWhere {
  private readonly places = new Map<string, Map<string, number>>();

  /** @returns whether that changed who is there */
  note({ workspaceId, incidentId, personId, here }: Sight, now: number): boolean {
    const place = placeOf(workspaceId, incidentId);
    const people = this.places.get(place) ?? new Map<string, number>();
    const was = (people.get(personId) ?? 0) > now;
    if (here) people.set(personId, now + presentMs);
    else people.delete(personId);
    if (people.size > 0) this.places.set(place, people);
    else this.places.delete(place);
    return was !== here;
  }

  /** @returns the ids of those who look at an incident, in the order in which they came */
  at(workspaceId: string, incidentId: string, now: number): string[] {
    const people = this.places.get(placeOf(workspaceId, incidentId)) ?? new Map<string, number>();
    return [...people].filter(([, until]) => until > now).map(([id]) => id);
  }

  /** Forgets who said nothing for long. @returns the places that this changed */
  forget(now: number): { workspaceId: string; incidentId: string }[] {
    const changed: { workspaceId: string; incidentId: string }[] = [];
    for (const [place, people] of this.places) {
      const gone = [...people].filter(([, until]) => until <= now);
      if (gone.length === 0) continue;
      for (const [id] of gone) people.delete(id);
      if (people.size === 0) this.places.delete(place);
      const [workspaceId, incidentId] = place.split(' ') as [string, string];
      changed.push({ workspaceId, incidentId });
    }
    return changed;
  }
}

const placeOf = (workspaceId: string, incidentId: string): string => `${workspaceId} ${incidentId}`;

const sightName = /^sight:([0-9a-f-]{36}):([0-9a-f-]{36}):([0-9a-f-]{36}):(in|out)$/;

/** The name under which the bell tells other processes of it. */
export function nameOf({ workspaceId, incidentId, personId, here }: Sight): string {
  return `sight:${workspaceId}:${incidentId}:${personId}:${here ? 'in' : 'out'}`;
}

/** @returns what a ringing says; null where it is about something else */
export function sightOf(name: string): Sight | null {
  const [, workspaceId, incidentId, personId, way] = sightName.exec(name) ?? [];
  return way
    ? { workspaceId: workspaceId!, incidentId: incidentId!, personId: personId!, here: way === 'in' }
    : null;
}
