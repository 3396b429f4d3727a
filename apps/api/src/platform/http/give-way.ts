import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { GivesWay } from '@plumbline/shared/contract/route';
import { Database } from '../database/database.js';
import { Problem } from '../problem/problem.js';

/** What is under way when a request of a route that gives way is refused: the later it gives way, the more. */
interface Limit {
  /** Requests that wait for a connection to the database. */
  waiting: number;
  /** Bodies that are being read and worked on, in bytes. */
  bytes: number;
}

const megabyte = 1024 * 1024;
const limits: Record<GivesWay, Limit> = {
  first: { waiting: 12, bytes: 12 * megabyte },
  next: { waiting: 24, bytes: 24 * megabyte },
  last: { waiting: 400, bytes: 48 * megabyte },
};
/** Where a request does not say how long its body is. */
const unsaid = megabyte / 16;
const comeBackSeconds = 5;

/** Whether one more request fits; the first always does, however large. */
export function fits(gives: GivesWay, { waiting, bytes }: Limit, more: number): boolean {
  const limit = limits[gives];
  return waiting < limit.waiting && (bytes === 0 || bytes + more <= limit.bytes);
}

/**
 * Has requests refused before their body is read, once more is under way than can be worked on: what comes again by
 * itself first, what must not be lost last. Memory stays what it is, and senders are told when to come back.
 */
export function giveWayUnderLoad(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  const database = app.get(Database);
  let bytes = 0;
  server.addHook('onRequest', async (request, reply) => {
    const { givesWay, contract } = request.routeOptions.config as {
      givesWay?: GivesWay;
      contract?: { givesWay?: GivesWay };
    };
    const gives = givesWay ?? contract?.givesWay;
    if (!gives) return;
    const size = Number(request.headers['content-length'] ?? unsaid) || 0;
    if (!fits(gives, { waiting: database.waiting(), bytes }, size))
      throw new Problem(
        'server/unavailable',
        `More came at once than can be stored. Send it again in ${comeBackSeconds} seconds.`,
        { headers: { 'retry-after': String(comeBackSeconds) } },
      );
    bytes += size;
    // The response closes once it is sent or given up; the request already where its body was read.
    reply.raw.once('close', () => (bytes -= size));
  });
}
