import { Body, Controller } from '@nestjs/common';
import {
  type LogDraft,
  LogDraftChange,
  readLogDraft,
  saveLogDraft,
} from '@plumbline/shared/contract/log-draft';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';

/** What people have begun to log: each their own, in each workspace one. */
@Controller()
export class LogDraftsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Endpoint(readLogDraft)
  async read(@Caller() { workspaceId, personId }: MemberCaller): Promise<LogDraft> {
    const row = await this.database.first<LogDraft>(
      'SELECT draft, saved_at AS "savedAt" FROM log_draft WHERE workspace_id = $1 AND person_id = $2',
      [workspaceId, personId],
    );
    return row ? isoTimes(row) : { draft: null, savedAt: null };
  }

  @Endpoint(saveLogDraft)
  async save(
    @Caller() { workspaceId, personId }: MemberCaller,
    @Body({ schema: LogDraftChange }) { draft }: LogDraftChange,
  ): Promise<LogDraft> {
    if (draft === null) {
      await this.database.query('DELETE FROM log_draft WHERE workspace_id = $1 AND person_id = $2', [
        workspaceId,
        personId,
      ]);
      return { draft, savedAt: null };
    }
    const savedAt = this.clock.now();
    await this.database.query(
      `INSERT INTO log_draft (workspace_id, person_id, draft, saved_at) VALUES ($1, $2, $3::jsonb, $4)
       ON CONFLICT (workspace_id, person_id) DO UPDATE SET draft = excluded.draft, saved_at = excluded.saved_at`,
      [workspaceId, personId, JSON.stringify(draft), savedAt],
    );
    return { draft, savedAt: savedAt.toISOString() };
  }
}
