import { Injectable } from '@nestjs/common';
import type { BodyReading, Delivery, DeliveryDetail, PastedBody } from '@plumbline/shared/contract/source';
import { Clock } from '../platform/clock.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { pageFrom, readCursor } from '../platform/endpoint/cursor.js';
import { notFound, Problem } from '../platform/problem/problem.js';
import type { Door } from './door.js';
import { DeliveriesQueries, type KeptDelivery } from './deliveries.queries.js';
import { doors, usualDoor } from './doors.js';
import { Intake } from './intake.service.js';
import { Reception } from './reception.service.js';
import { SourcesQueries, type SourceAtDoor } from './sources.queries.js';
import type { Unpacked } from './translated.js';
import { previewOf } from './translation-words.js';
import { unpack } from './unpack.js';

/** What came from each source: to look at, to take in once more, to try out. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly queries: DeliveriesQueries,
    private readonly sources: SourcesQueries,
    private readonly reception: Reception,
    private readonly intake: Intake,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 */
  async list(
    caller: MemberCaller,
    sourceId: string,
    { cursor, limit }: { cursor?: string; limit: number },
  ): Promise<{ items: Delivery[]; next: string | null }> {
    await this.source(caller, sourceId);
    const rows = await this.queries.list(caller.workspaceId, sourceId, limit, readCursor(cursor, 2));
    return pageFrom(rows, limit, ({ receivedAt, id }) => [receivedAt, id]);
  }

  /** @throws Problem 404 */
  async read(caller: MemberCaller, sourceId: string, id: string): Promise<DeliveryDetail> {
    const delivery = await this.queries.byId(caller.workspaceId, sourceId, id);
    const kept = await this.queries.kept(caller.workspaceId, sourceId, id);
    if (!delivery || !kept) throw notFound('delivery');
    return { ...delivery, text: await textOf(kept) };
  }

  /** @throws Problem 404; 409 when its body is gone or its source archived; what the door says of it otherwise */
  async replay(caller: MemberCaller, sourceId: string, id: string): Promise<Delivery> {
    const source = await this.source(caller, sourceId);
    const kept = await this.queries.kept(caller.workspaceId, sourceId, id);
    if (!kept) throw notFound('delivery');
    if (source.archived) throw new Problem('conflict/state', 'This source is archived. Restore it first.');
    if (!kept.body) throw new Problem('conflict/state', 'The body of this delivery is no longer kept.');
    const door = doorOf(kept.door);
    if (!door || kept.outcome === 'test')
      throw new Problem(
        'conflict/state',
        'This delivery cannot be taken in once more from here. Send it again.',
      );
    const { contentType, encoding, body } = kept;
    const envelope = { door: door.name, answers: 200, contentType, encoding, body, replayOf: id };
    const { deliveryId } = await this.reception.takeIn(caller, source, door, envelope);
    return (await this.queries.byId(caller.workspaceId, sourceId, deliveryId))!;
  }

  /** Reads a sample as the tool would send it. @throws Problem 404 */
  async test(caller: MemberCaller, sourceId: string): Promise<Delivery> {
    const source = await this.source(caller, sourceId);
    const door = usualDoor[source.kind];
    if (!door?.sample)
      throw new Problem(
        'conflict/state',
        'There is no sample of this kind: send something, it will be listed here.',
      );
    const sample = door.sample(this.clock.now());
    const envelope = { door: door.name, encoding: '', ...sample };
    const id = await this.intake.keepTest(caller, source, envelope, reading(door, source, sample));
    return (await this.queries.byId(caller.workspaceId, sourceId, id))!;
  }

  /** Says what a body would become, with other settings where they are given. @throws Problem 404 */
  async preview(
    caller: MemberCaller,
    sourceId: string,
    { text, settings }: PastedBody,
  ): Promise<BodyReading> {
    const source = await this.source(caller, sourceId);
    const door = usualDoor[source.kind];
    if (!door)
      throw new Problem(
        'conflict/state',
        'Scripts send our own format: see POST /signals in the documentation.',
      );
    const body = { body: Buffer.from(text), contentType: 'application/json' };
    return reading(door, settings ? { ...source, settings } : source, body);
  }

  private async source(caller: MemberCaller, id: string): Promise<SourceAtDoor> {
    const source = await this.sources.atDoor(caller.workspaceId, id);
    if (!source) throw notFound('source');
    return source;
  }
}

/** What a body would become with the settings of today, or the sentence that says why not. */
function reading(door: Door, source: SourceAtDoor, sample: Unpacked): BodyReading {
  try {
    const translated = door.translate(sample, source);
    return { translation: previewOf(translated), problem: translated.left.join('\n') };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { translation: { signals: 0, points: 0, items: [] }, problem: error.detail };
  }
}

function doorOf(name: string): Door | null {
  return doors.find((door) => door.name === name) ?? null;
}

/** The body for people to read. @returns null for what is gone, is not text, or cannot be unpacked */
async function textOf({ body, encoding, door }: KeptDelivery): Promise<string | null> {
  if (!body) return null;
  try {
    const unpacked = await unpack(body, encoding, doorOf(door)?.most ?? body.length);
    return new TextDecoder('utf-8', { fatal: true }).decode(unpacked);
  } catch {
    return null;
  }
}
