import { Injectable } from '@nestjs/common';
import type { Translation } from '@plumbline/shared/contract/source';
import type { FastifyRequest } from 'fastify';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Problem } from '../platform/problem/problem.js';
import type { Door } from './door.js';
import { DoorCallers } from './door-callers.service.js';
import { Intake, type Envelope, type Preview, type Taken } from './intake.service.js';
import { SourcesService } from './sources.service.js';
import type { SourceAtDoor } from './sources.queries.js';
import { unpack } from './unpack.js';

const mostTries = 3;

/** What became of a file. */
export interface ImportedFile {
  /** Null for a dry run: nothing was stored. */
  deliveryId: string | null;
  translation: Translation;
  /** What was not taken, a sentence a line. */
  problem: string;
}

/** Receives what tools push: who it is, what it says, stored or kept as refused. */
@Injectable()
export class Reception {
  constructor(
    private readonly callers: DoorCallers,
    private readonly sources: SourcesService,
    private readonly intake: Intake,
  ) {}

  /** @param slug the source that the address names @returns once everything is stored */
  async receive(request: FastifyRequest, slug: string, door: Door): Promise<Taken> {
    const { caller, source, envelope } = await this.arrival(request, slug, door);
    return this.takeIn(caller, source, door, envelope);
  }

  /** Takes a file in; a dry run says what it would become. The same file again changes nothing. */
  async importFile(
    request: FastifyRequest,
    slug: string,
    door: Door,
    dryRun: boolean,
  ): Promise<ImportedFile> {
    if (dryRun) return { deliveryId: null, ...(await this.preview(request, slug, door)) };
    const { deliveryId, translation, problem } = await this.receive(request, slug, door);
    return { deliveryId, translation, problem };
  }

  private async arrival(
    request: FastifyRequest,
    slug: string,
    door: Door,
  ): Promise<{ caller: MemberCaller; source: SourceAtDoor; envelope: Envelope }> {
    const caller = await this.callers.recognise(request, door.scope);
    const source = await this.sources.atDoor(caller, slug);
    const header = (name: string) => String(request.headers[name] ?? '');
    const envelope = {
      door: door.name,
      answers: door.answers,
      contentType: header('content-type').trim().toLowerCase().slice(0, 200),
      encoding: header('content-encoding').slice(0, 40),
      body: request.body instanceof Buffer ? request.body : Buffer.alloc(0),
    };
    return { caller, source, envelope };
  }

  /** Says what a body would become; nothing is stored. */
  async preview(request: FastifyRequest, slug: string, door: Door): Promise<Preview> {
    const { caller, source, envelope } = await this.arrival(request, slug, door);
    const body = await unpack(envelope.body, envelope.encoding, door.most);
    const translated = door.translate({ body, contentType: envelope.contentType }, source);
    return this.intake.preview(caller, source, translated);
  }

  /** Reads and stores a delivery. What cannot be read is kept beside its problem. @throws Problem */
  async takeIn(caller: MemberCaller, source: SourceAtDoor, door: Door, envelope: Envelope): Promise<Taken> {
    try {
      const body = await unpack(envelope.body, envelope.encoding, door.most);
      const translated = door.translate({ body, contentType: envelope.contentType }, source);
      return await this.insist(() => this.intake.take(caller, source, envelope, translated));
    } catch (error) {
      if (error instanceof Problem && error.status < 500)
        await this.intake.keepRefused(caller, source, envelope, error);
      throw error;
    }
  }

  /** Two deliveries that waited for each other: the database lets one go, which tries again. */
  private async insist<T>(work: () => Promise<T>): Promise<T> {
    for (let left = mostTries - 1; ; left--) {
      try {
        return await work();
      } catch (error) {
        if (left === 0 || !isCollision(error)) throw error;
      }
    }
  }
}

function isCollision(error: unknown): boolean {
  const { code, driverError } = error as { code?: string; driverError?: { code?: string } };
  return ['40P01', '40001'].includes(driverError?.code ?? code ?? '');
}
