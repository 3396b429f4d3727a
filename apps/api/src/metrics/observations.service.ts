import { Injectable } from '@nestjs/common';
import type { ObservationsTaken, Series } from '@plumbline/shared/contract/observation';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { RunsService } from '../systems/runs.service.js';
import { ExternalIdsQueries } from './external-ids.queries.js';
import { HeldOut } from './held-out.js';
import { MetricsService } from './metrics.service.js';
import { ObservationsQueries, type PlacedPoint, type SeriesKey } from './observations.queries.js';
import { ChangedPairs } from './changed-pairs.js';
import { Partitions } from './partitions.js';
import { placePoint, type Known } from './place-points.js';
import { readPoint, type Point } from './read-point.js';

type Refusals = ObservationsTaken['refused'];

/** A point that can be read, and where it stood in the request. */
interface Read {
  point: Point;
  index: number;
}

/** Takes measured values in and says what series there are. */
@Injectable()
export class ObservationsService {
  constructor(
    private readonly database: Database,
    private readonly queries: ObservationsQueries,
    private readonly externalIds: ExternalIdsQueries,
    private readonly partitions: Partitions,
    private readonly metrics: MetricsService,
    private readonly runs: RunsService,
    private readonly changes: ChangedPairs,
    private readonly heldOut: HeldOut,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes points; a bad one is refused by its index and does not stop the others. The same points again change
   * nothing. All that is taken commits together with its activity.
   */
  async take(caller: MemberCaller, raw: readonly unknown[], note = ''): Promise<ObservationsTaken> {
    const now = this.clock.now();
    await this.partitions.ensure(now);
    const { points, refused } = readAll(raw, now);
    const accepted = await this.database.transaction(() =>
      this.store(caller, points, { refused, note, now }),
    );
    return { accepted, refused: refused.sort((a, b) => a.index - b.index) };
  }

  /** Says of each point what {@link take} would say, and stores nothing. */
  async judge(caller: MemberCaller, raw: readonly unknown[]): Promise<ObservationsTaken> {
    const now = this.clock.now();
    const { points, refused } = readAll(raw, now);
    const known = await this.known(caller, points, now);
    const { length: accepted } = place(points, known, refused).taken;
    return { accepted, refused: refused.sort((a, b) => a.index - b.index) };
  }

  /** @throws Problem 403 for a key without sight of held-out metrics, 404 */
  async series(caller: MemberCaller, metricRef: string): Promise<Series[]> {
    const metric = await this.metrics.find(caller, metricRef);
    await this.heldOut.read(caller, [metric]);
    return this.queries.seriesOf(caller.workspaceId, metric.id);
  }

  /** @returns those of the keys that name a metric */
  async knownMetrics(
    { workspaceId }: Pick<MemberCaller, 'workspaceId'>,
    keys: string[],
  ): Promise<Set<string>> {
    if (keys.length === 0) return new Set();
    return new Set((await this.queries.metrics(workspaceId, keys)).map(({ key }) => key));
  }

  private async store(
    caller: MemberCaller,
    points: Read[],
    { refused, note, now }: { refused: Refusals; note: string; now: Date },
  ): Promise<number> {
    if (points.length === 0) return 0;
    const known = await this.known(caller, points, now);
    const { taken, seriesKeys } = place(points, known, refused);
    if (taken.length === 0) return 0;
    const ids = await this.queries.series(caller.workspaceId, seriesKeys, now);
    const placed = lastOfEach(
      taken.map(({ point, place, metricId }) => ({ ...point, metricId, seriesId: ids[place]! })),
    );
    await this.externalIds.move(
      caller.workspaceId,
      placed.filter(({ externalId }) => externalId !== null),
    );
    await this.queries.upsert(
      caller.workspaceId,
      placed.filter(({ step }) => step === null),
    );
    await this.queries.upsertSteps(
      caller.workspaceId,
      placed.filter(({ step }) => step !== null),
    );
    await this.changes.markMetrics(caller.workspaceId, placed, now);
    await this.record(
      caller,
      taken.map(({ point }) => point),
      note,
    );
    return taken.length;
  }

  private async known(caller: MemberCaller, points: { point: Point }[], now: Date): Promise<Known> {
    const metrics = await this.queries.metrics(caller.workspaceId, [
      ...new Set(points.map(({ point }) => point.metric)),
    ]);
    const names = new Set(
      points.flatMap(({ point }) => [point.version, point.run]).filter((name) => name !== null),
    );
    const systems = [...new Set(metrics.map(({ systemId }) => systemId))];
    return {
      metrics: new Map(metrics.map((metric) => [metric.key, metric])),
      parts: names.size > 0 ? await this.runs.named(caller, systems, [...names]) : [],
      today: now.toISOString().slice(0, 10),
    };
  }

  /** One act for the whole request: which metrics got how many points, and over which time. */
  private async record(caller: MemberCaller, points: Point[], note: string): Promise<void> {
    const metrics: Record<string, number> = {};
    const times = points
      .map(({ ts }) => ts)
      .filter((ts) => ts !== null)
      .sort();
    for (const { metric } of points) metrics[metric] = (metrics[metric] ?? 0) + 1;
    await this.activity.record(caller, {
      verb: 'observations.taken',
      subjectKind: 'observations',
      subjectId: newId(),
      payload: { metrics, from: times[0] ?? null, to: times.at(-1) ?? null, ...(note ? { note } : {}) },
    });
  }
}

function readAll(raw: readonly unknown[], now: Date): { points: Read[]; refused: Refusals } {
  const refused: Refusals = [];
  const points: Read[] = [];
  raw.forEach((given, index) => {
    const point = readPoint(given, now.getTime());
    if (typeof point === 'string') refused.push({ index, message: point });
    else points.push({ point, index });
  });
  return { points, refused };
}

/** Finds the series of each point, one place for each series; what has none is refused. */
function place(points: readonly Read[], known: Known, refused: Refusals) {
  const keys = new Map<string, { key: SeriesKey; place: number }>();
  const taken: { point: Point; place: number; metricId: string }[] = [];
  for (const { point, index } of points) {
    const key = placePoint(point, known);
    if (typeof key === 'string') {
      refused.push({ index, message: key });
      continue;
    }
    const name = Object.values(key).join('\u0001');
    const entry = keys.get(name) ?? { key, place: keys.size };
    keys.set(name, entry);
    taken.push({ point, place: entry.place, metricId: key.metricId });
  }
  return { taken, seriesKeys: [...keys.values()].map(({ key }) => key) };
}

/** A place, and a name, counts once in a request: the last one said holds. */
function lastOfEach(points: PlacedPoint[]): PlacedPoint[] {
  const byName = new Map<string, PlacedPoint>();
  const named = new Set<PlacedPoint>();
  for (const point of points) {
    if (point.externalId === null) continue;
    byName.set(`${point.metricId} ${point.externalId}`, point);
  }
  for (const point of byName.values()) named.add(point);
  const byPlace = new Map<string, PlacedPoint>();
  for (const point of points) {
    if (point.externalId !== null && !named.has(point)) continue;
    byPlace.set(`${point.seriesId} ${point.step ?? point.ts}${point.step === null ? '' : ' step'}`, point);
  }
  return [...byPlace.values()];
}
