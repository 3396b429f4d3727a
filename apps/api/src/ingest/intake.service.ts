import { Injectable } from '@nestjs/common';
import type { ObservationsTaken } from '@plumbline/shared/contract/observation';
import type { Translation } from '@plumbline/shared/contract/source';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { AlertUptake, type Place } from '../incidents/alert-uptake.service.js';
import { ObservationsService } from '../metrics/observations.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Problem } from '../platform/problem/problem.js';
import { SignalsService, type TakenSignal } from '../signals/signals.service.js';
import { DeliveriesQueries, type DeliveryRow } from './deliveries.queries.js';
import { IngestFigures } from './ingest-figures.js';
import { SeriesIntake } from './series/series-intake.service.js';
import type { SourceAtDoor } from './sources.queries.js';
import { previewOf, translationOf } from './translation-words.js';
import type { Translated } from './translated.js';

/** What came, as it came. */
export interface Envelope {
  door: string;
  contentType: string;
  encoding: string;
  body: Buffer;
  /** How the sender is answered once everything is stored; 202 unless said. */
  answers?: number;
  /** The delivery that is taken in once more. */
  replayOf?: string;
}

/** What a delivery has become. */
export interface Taken {
  deliveryId: string;
  signals: TakenSignal[];
  /** Incident of a signal, by the signal's id. */
  places: Map<string, Place>;
  observations: ObservationsTaken;
  translation: Translation;
  problem: string;
}

/** Values are stored as such: what told of them is kept with its hash alone where it is larger than so many bytes. */
const mostKept = 65_536;

/** What a delivery would become, and what of it would not be taken. */
export interface Preview {
  translation: Translation;
  problem: string;
}

const nothingMeasured: ObservationsTaken = { accepted: 0, refused: [] };

/** Stores deliveries: envelope, signals, incidents, observations and activity are one transaction, or nothing is. */
@Injectable()
export class Intake {
  constructor(
    private readonly database: Database,
    private readonly deliveries: DeliveriesQueries,
    private readonly signals: SignalsService,
    private readonly uptake: AlertUptake,
    private readonly observations: ObservationsService,
    private readonly series: SeriesIntake,
    private readonly activity: ActivityService,
    private readonly figures: IngestFigures,
    private readonly clock: Clock,
  ) {}

  /** @returns once everything is stored */
  async take(
    caller: MemberCaller,
    source: SourceAtDoor,
    envelope: Envelope,
    translated: Translated,
  ): Promise<Taken> {
    const taken = await this.database.transaction(() => this.store(caller, source, envelope, translated));
    this.database.afterCommit(() => this.figures.count(caller, source, taken));
    return taken;
  }

  /** Says what a delivery would become; nothing is written. */
  async preview(caller: MemberCaller, source: SourceAtDoor, translated: Translated): Promise<Preview> {
    const { series = [], signals, points: said, left } = translated;
    const read =
      series.length > 0 ? await this.series.preview(caller, source, series) : { points: [], left: [] };
    const translation = previewOf({ signals, points: [...said, ...read.points], left });
    return { translation, problem: [...left, ...read.left].join('\n') };
  }

  /** Keeps what could not be read, so that somebody can see why. @returns its id */
  async keepRefused(
    caller: MemberCaller,
    source: SourceAtDoor,
    envelope: Envelope,
    problem: Problem,
  ): Promise<string> {
    const translation = { signals: 0, points: 0, items: [] };
    const row = this.rowOf(caller, source, envelope, {
      outcome: 'refused',
      httpStatus: problem.status,
      translation,
      problem: problem.detail,
    });
    await this.deliveries.insert(caller.workspaceId, row);
    this.figures.countRefused(caller, source);
    return row.id;
  }

  /** Keeps a test: what a sample would become; nothing else happens. @returns its id */
  async keepTest(
    caller: MemberCaller,
    source: SourceAtDoor,
    envelope: Envelope,
    { translation, problem }: { translation: Translation; problem: string },
  ): Promise<string> {
    const row = this.rowOf(caller, source, envelope, {
      outcome: 'test',
      httpStatus: 200,
      translation,
      problem,
    });
    await this.deliveries.insert(caller.workspaceId, row);
    return row.id;
  }

  private async store(
    caller: MemberCaller,
    source: SourceAtDoor,
    envelope: Envelope,
    { signals: events, points: said, series = [], left }: Translated,
  ): Promise<Taken> {
    const { workspaceId } = caller;
    const receivedAt = this.clock.now();
    const deliveryId = newId();
    const teller: MemberCaller = { ...caller, actor: { kind: 'tool', id: source.id, name: source.name } };
    const signals = await this.signals.take({ workspaceId, source, deliveryId, receivedAt }, events);
    const places = await this.uptake.takeUp(teller, source, signals);
    const points = [...said, ...(await this.series.read(caller, source, series, receivedAt))];
    const observations = points.length > 0 ? await this.observations.take(teller, points) : nothingMeasured;
    const translation = translationOf(signals, places, observations);
    const problem = problemOf(signals, observations, left);
    const kept = problem !== '' || series.length === 0 || envelope.body.length <= mostKept;
    const row = this.rowOf(caller, source, envelope, {
      outcome: problem ? 'partly' : 'taken',
      httpStatus: envelope.answers ?? 202,
      kept,
      translation,
      problem,
    });
    await this.deliveries.insert(workspaceId, { ...row, id: deliveryId, receivedAt });
    await this.record(teller, source, deliveryId, signals);
    return { deliveryId, signals, places, observations, translation, problem };
  }

  private rowOf(
    caller: MemberCaller,
    source: SourceAtDoor,
    { replayOf, ...envelope }: Envelope,
    read: Pick<DeliveryRow, 'outcome' | 'httpStatus' | 'translation' | 'problem'> & { kept?: boolean },
  ): DeliveryRow {
    return {
      id: newId(),
      sourceId: source.id,
      receivedAt: this.clock.now(),
      ...envelope,
      ...read,
      callerName: caller.actor.name,
      requestId: caller.requestId,
      replayOf: replayOf ?? null,
    };
  }

  /** One act for the whole delivery; what changed nothing is none. */
  private async record(
    teller: MemberCaller,
    source: SourceAtDoor,
    deliveryId: string,
    signals: TakenSignal[],
  ): Promise<void> {
    const counts: Record<string, number> = {};
    for (const { what } of signals)
      if (what !== 'ignored' && what !== 'refused') counts[what] = (counts[what] ?? 0) + 1;
    if (Object.keys(counts).length === 0) return;
    await this.activity.record(teller, {
      verb: 'source.alerts_taken',
      subjectKind: 'source',
      subjectId: source.id,
      payload: { deliveryId, counts },
    });
  }
}

const mostProblems = 20;

function problemOf(signals: TakenSignal[], { refused }: ObservationsTaken, left: string[]): string {
  const sentences = [
    ...left,
    ...signals.filter(({ what }) => what === 'refused').map(({ because }) => because),
    ...refused.map(({ message }) => message),
  ];
  const different = [...new Set(sentences)];
  const more = different.length > mostProblems ? [`And ${different.length - mostProblems} more.`] : [];
  return [...different.slice(0, mostProblems), ...more].join('\n');
}
