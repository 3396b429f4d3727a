import { Readable } from 'node:stream';
import { Controller, Query, Res } from '@nestjs/common';
import { exportIncidents, type IncidentExportQuery } from '@plumbline/shared/contract/incident-export';
import type { FastifyReply } from 'fastify';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { incidentsOf } from './incident-export.queries.js';
import { csvFile, jsonFile } from './incident-file.js';

@Controller()
export class IncidentExportController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Endpoint(exportIncidents)
  async export(
    @Caller() caller: MemberCaller,
    @Query({ schema: exportIncidents.query }) query: IncidentExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const now = this.clock.now();
    const batches = await begun(incidentsOf(this.database, caller, query));
    const name = `incidents-${caller.workspaceSlug}-${now.toISOString().slice(0, 10)}.${query.format}`;
    void reply
      .headers({
        'content-type':
          query.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
      })
      .send(Readable.from(query.format === 'csv' ? csvFile(batches) : jsonFile(batches, now)));
  }
}

/** Waits for the first batch, so that what is wrong is told as a problem and not as half a file. */
async function begun<T>(batches: AsyncGenerator<T>): Promise<AsyncGenerator<T>> {
  const first = await batches.next();
  return (async function* () {
    if (first.done) return;
    yield first.value;
    yield* batches;
  })();
}
