import type { MemberCaller } from '../../platform/endpoint/caller.js';
import { storyPeople, type StoryPerson, type StoryTeam } from './story-cast.js';
import type { StoryTime } from './story-incident.js';
import type { StoryMetric, StoryPair } from './story-metrics.js';
import type { StoryObjective, StorySystem } from './story-systems.js';

/** Marks everything the story has written into the record. */
export const storyRequest = 'example-story';

const day = 86_400_000;

/** Who does something in the story. */
export type StoryActor = StoryPerson | { kind: 'detector' | 'tool' | 'key'; name: string };

/** Something that somebody does at a time. Acts are played in the order of their times. */
export interface StoryAct {
  at: Date;
  by: StoryActor;
  play(caller: MemberCaller): Promise<unknown>;
}

/** What the story has made so far, by its names in the story. */
export class StoryWorld {
  readonly people = new Map<StoryPerson, string>();
  readonly teams = new Map<StoryTeam, string>();
  readonly systems = new Map<StorySystem, string>();
  readonly objectives = new Map<StoryObjective, string>();
  readonly metrics = new Map<StoryMetric, string>();
  readonly pairs = new Map<StoryPair, string>();
  /** Name in the story -> INC-12. */
  readonly incidents = new Map<string, string>();

  /** @param now all that happens has happened before it: the story's today is the day before */
  constructor(
    readonly workspace: { id: string; slug: string },
    readonly now: Date,
  ) {}

  /** @returns the moment a time of the story means */
  at([daysAgo, time]: StoryTime): Date {
    return new Date(`${this.dayAt(daysAgo)}T${time}:00.000Z`);
  }

  /** @param daysAgo negative for days to come @returns the day, as 2026-11-19 */
  dayAt(daysAgo: number): string {
    return new Date(this.now.getTime() - (daysAgo + 1) * day).toISOString().slice(0, 10);
  }

  /** @returns somebody of the story, at the door of the services */
  caller(actor: StoryActor): MemberCaller {
    const person = typeof actor === 'string' ? this.known(this.people, actor) : null;
    return {
      workspaceId: this.workspace.id,
      workspaceSlug: this.workspace.slug,
      actor:
        typeof actor === 'string'
          ? { kind: 'person', id: person, name: storyPeople[actor].name }
          : { kind: actor.kind, id: null, name: actor.name },
      role: 'admin',
      scopes: null,
      personId: person,
      teamIds: [],
      credentialId: storyRequest,
      requestId: storyRequest,
    };
  }

  /** @throws Error when the story speaks of something before it is there */
  known<K, V>(things: ReadonlyMap<K, V>, name: K): V {
    const thing = things.get(name);
    if (thing === undefined) throw new Error(`The example story speaks of "${String(name)}" too early.`);
    return thing;
  }
}
