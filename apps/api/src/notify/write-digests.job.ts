import { Injectable } from '@nestjs/common';
import { dayOf, wallTime } from '@plumbline/shared/incident/wall-clock';
import { v7 as newId } from 'uuid';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Job, type Work } from '../platform/jobs/job.js';
import { Jobs } from '../platform/jobs/jobs.js';

/** From this hour on, on the clocks of the workspace. */
const hour = 8;

/** Once a day, in the morning of the workspace, gathers for each person what waits for their digest. */
@Injectable()
@Job({ name: 'notify/write-digests', every: '*/10 * * * *' })
export class WriteDigests implements Work {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async work(_payload: unknown, signal: AbortSignal): Promise<void> {
    const workspaces = await this.database.query<{ id: string; timeZone: string; digestOn: string | null }>(
      `SELECT w.id, w.time_zone AS "timeZone", n.digest_on::text AS "digestOn"
         FROM notify_cursor n JOIN workspace w ON w.id = n.workspace_id ORDER BY w.id`,
    );
    for (const { id, timeZone, digestOn } of workspaces) {
      const now = this.clock.now();
      const today = dayOf(now, timeZone);
      if (signal.aborted || digestOn === today || new Date(wallTime(now, timeZone)).getUTCHours() < hour)
        continue;
      await this.write(id, today);
    }
  }

  private async write(workspaceId: string, today: string): Promise<void> {
    await this.database.transaction(async () => {
      const taken = await this.database.query(
        `UPDATE notify_cursor SET digest_on = $2 WHERE workspace_id = $1 AND digest_on IS DISTINCT FROM $2::date
         RETURNING workspace_id`,
        [workspaceId, today],
      );
      if (taken.length === 0) return;
      const waiting = await this.database.query<{ personId: string }>(
        `SELECT DISTINCT person_id AS "personId" FROM notification
          WHERE workspace_id = $1 AND mail = 'daily' AND delivery_id IS NULL`,
        [workspaceId],
      );
      for (const { personId } of waiting) await this.gather(workspaceId, personId);
      if (waiting.length > 0) this.jobs.soon('notify/send-mail');
    });
  }

  private async gather(workspaceId: string, personId: string): Promise<void> {
    const id = newId();
    await this.database.query(
      `INSERT INTO mail_delivery (workspace_id, id, person_id, kind, state, next_at, created_at)
       VALUES ($1, $2, $3, 'digest', 'waiting', $4, $4)`,
      [workspaceId, id, personId, this.clock.now()],
    );
    await this.database.query(
      `UPDATE notification SET delivery_id = $3
        WHERE workspace_id = $1 AND person_id = $2 AND mail = 'daily' AND delivery_id IS NULL`,
      [workspaceId, personId, id],
    );
  }
}
