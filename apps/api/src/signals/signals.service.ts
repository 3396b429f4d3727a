import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { fingerprintOf } from './grouping.js';
import { placeInTime, type EventTime } from './event-time.js';
import type { SignalEvent } from './signal-event.js';
import { live, type Known, type Step } from './signal-life.js';
import {
  SignalsQueries,
  type HeldKey,
  type KeyState,
  type NamedThing,
  type StoredSignal,
} from './signals.queries.js';

/** Where signals come from, as far as their life is concerned. */
export interface SignalSource {
  id: string;
  key: string;
  name: string;
  grouping: string;
  systemId: string | null;
  /** Who looks after what its alerts open. */
  teamId: string | null;
  environment: string;
}

/** What became of one event. */
export interface TakenSignal {
  /** Place of the event among those given. */
  index: number;
  what: Step['what'] | 'refused';
  /** Why nothing happened, or why it was refused. */
  because: string;
  /** Null where nothing is stored. */
  signal: StoredSignal | null;
  /** It is one of too many at once. */
  storm: boolean;
  /** The incident that it names as its own. */
  incidentKey: string | null;
}

export interface Arrival {
  workspaceId: string;
  source: SignalSource;
  deliveryId: string;
  receivedAt: Date;
}

/** New signals in a minute; what is more is gathered in one place. */
export const stormAbove = 100;
const stormWindowMs = 60_000;

/** A key under lock, as events change it. */
interface Story {
  known: Known;
  signal: StoredSignal | null;
}

/** The life of what tools report. Called inside the transaction that stores the delivery. */
@Injectable()
export class SignalsService {
  constructor(private readonly queries: SignalsQueries) {}

  /** Takes in events in their order. What is not possible is refused by its place; the others are taken. */
  async take(arrival: Arrival, events: readonly SignalEvent[]): Promise<TakenSignal[]> {
    const { workspaceId, source, receivedAt } = arrival;
    if (events.length === 0) return [];
    const refs = new Set(
      events.flatMap(({ system, metric }) => [system, metric]).filter((ref) => ref !== null),
    );
    if (source.systemId) refs.add(source.systemId);
    const things = await this.queries.named(workspaceId, [...refs]);
    const held = await this.queries.hold(workspaceId, source.id, [
      ...new Set(events.map(({ dedupKey }) => dedupKey)),
    ]);
    const stories = new Map(held.map((key) => [key.dedupKey, storyOf(key)]));
    const changed = new Map<string, StoredSignal>();
    const taken = events.map((event, index): TakenSignal => {
      const time = placeInTime(event.occurredAt, receivedAt.getTime());
      const rest = { index, storm: false, incidentKey: event.incidentKey };
      if (!time) {
        const because = 'Its time lies more than 24 hours ahead. Check the clock of the sender.';
        return { ...rest, what: 'refused', because, signal: null };
      }
      const story = stories.get(event.dedupKey)!;
      const step = live(story.known, { action: event.action, at: time.at, receivedAt: receivedAt.getTime() });
      story.known = step.known;
      if (step.what !== 'ignored') {
        story.signal = written(arrival, event, { step, time, things, before: story.signal });
        changed.set(story.signal.id, story.signal);
      }
      return { ...rest, what: step.what, because: step.because ?? '', signal: story.signal };
    });
    await this.markStorm(arrival, taken, changed);
    await this.queries.save(workspaceId, source.id, [...changed.values()]);
    await this.queries.saveKeys(workspaceId, source.id, [...stories].map(keyState));
    return taken.map((each) => ({ ...each, signal: changed.get(each.signal?.id ?? '') ?? each.signal }));
  }

  /** Notes which incident signals belong to, and why. */
  async join(workspaceId: string, signalIds: string[], incidentId: string, because: string): Promise<void> {
    await this.queries.join(workspaceId, signalIds, incidentId, because);
  }

  /** @returns those of the names that are none of a system, or of a metric */
  async unknownNames(workspaceId: string, events: readonly SignalEvent[]): Promise<Set<string>> {
    const systems = events.flatMap(({ system }) => system ?? []);
    const metrics = events.flatMap(({ metric }) => metric ?? []);
    const things = await this.queries.named(workspaceId, [...new Set([...systems, ...metrics])]);
    return new Set([
      ...systems.filter((ref) => !thingOf(things, 'system', ref)),
      ...metrics.filter((ref) => !thingOf(things, 'metric', ref)),
    ]);
  }

  /** Of the signals that begin now, those beyond the limit of the minute share one fingerprint. */
  private async markStorm(
    { workspaceId, source, receivedAt }: Arrival,
    taken: TakenSignal[],
    changed: Map<string, StoredSignal>,
  ): Promise<void> {
    const begun = taken.filter(({ what }) => what === 'opened' || what === 'recurred');
    if (begun.length === 0) return;
    const since = new Date(receivedAt.getTime() - stormWindowMs);
    const before = await this.queries.begunSince(workspaceId, source.id, since, stormAbove);
    for (const each of begun.slice(Math.max(0, stormAbove - before))) {
      each.storm = true;
      changed.get(each.signal!.id)!.fingerprint = `storm / ${source.key}`;
    }
  }
}

function storyOf({ signal, earlyResolveAt, earlySeenAt }: HeldKey): Story {
  const life = signal && {
    episode: signal.episode,
    state: signal.state,
    startedAt: signal.startedAt.getTime(),
    triggeredAt: signal.triggeredAt.getTime(),
    resolvedAt: signal.resolvedAt?.getTime() ?? null,
    count: signal.count,
  };
  const earlyResolve =
    earlyResolveAt && earlySeenAt ? { at: earlyResolveAt.getTime(), seenAt: earlySeenAt.getTime() } : null;
  return { signal, known: { life, earlyResolve } };
}

function keyState([dedupKey, { known, signal }]: [string, Story]): KeyState {
  const { earlyResolve } = known;
  return {
    dedupKey,
    signalId: signal?.id ?? null,
    earlyResolveAt: earlyResolve && new Date(earlyResolve.at),
    earlySeenAt: earlyResolve && new Date(earlyResolve.seenAt),
  };
}

function thingOf(things: NamedThing[], kind: NamedThing['kind'], ref: string | null): NamedThing | null {
  if (ref === null) return null;
  const mine = things.filter((thing) => thing.kind === kind);
  return mine.find(({ key }) => key === ref) ?? mine.find(({ id }) => id === ref) ?? null;
}

interface Change {
  step: Step;
  time: EventTime;
  things: NamedThing[];
  before: StoredSignal | null;
}

/** The signal after an event. What a tool says at the end is not taken over: the last firing described it. */
function written(
  { source, deliveryId, receivedAt }: Arrival,
  event: SignalEvent,
  { step, time, things, before }: Change,
): StoredSignal {
  const life = step.known.life!;
  const lived = {
    state: life.state,
    triggeredAt: new Date(life.triggeredAt),
    resolvedAt: life.resolvedAt === null ? null : new Date(life.resolvedAt),
    lastSeenAt: receivedAt,
    count: life.count,
  };
  if (before && step.what === 'resolved')
    return { ...before, ...lived, clamped: before.clamped || time.clamped };
  const metric = thingOf(things, 'metric', event.metric);
  const system =
    thingOf(things, 'system', event.system) ?? metric ?? thingOf(things, 'system', source.systemId);
  const { dedupKey, title, description, severity, link, labels, mechanism } = event;
  const environment = event.environment || source.environment;
  const said = { title, description, severity, link, labels, environment, deliveryId };
  if (before && step.what !== 'recurred')
    return { ...before, ...said, ...lived, clamped: before.clamped || time.clamped };
  return {
    id: newId(),
    dedupKey,
    episode: life.episode,
    recurrenceOf: before?.id ?? null,
    ...said,
    ...lived,
    systemId: system?.systemId ?? null,
    metricId: metric?.id ?? null,
    mechanism,
    fingerprint: fingerprintOf(source.grouping, {
      ...said,
      mechanism,
      systemKey: system?.systemKey ?? null,
      metricKey: metric?.key ?? null,
      sourceKey: source.key,
    }),
    startedAt: new Date(life.startedAt),
    clamped: time.clamped,
    firstSeenAt: receivedAt,
    incidentId: null,
  };
}
