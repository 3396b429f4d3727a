import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Bell } from '../platform/live/bell.js';

/** What happened to what, for the append-only record. */
export interface Act {
  /** The verb, as `subject.verb`: `incident.accepted`. */
  verb: string;
  subjectKind: string;
  subjectId: string;
  /** Everything needed to retell it: before, after, reason. */
  payload: Record<string, unknown>;
}

type Author = Pick<MemberCaller, 'workspaceId' | 'actor' | 'requestId'>;

/** The append-only record of a workspace. Always called inside the transaction of the change it records. */
@Injectable()
export class ActivityService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(Bell) private readonly bell: Pick<Bell, 'ring'>,
  ) {}

  /**
   * Appends one act. Its `seq` comes from the workspace's counter row, locked by the same statement, so numbers
   * are gap-free and in commit order.
   * @returns the act's sequence number
   */
  async record(author: Author, act: Act): Promise<number> {
    const payload = JSON.stringify(act.payload);
    const row = await this.database.first<{ seq: string }>(
      `WITH counter AS (
         UPDATE workspace_counter SET activity_seq = activity_seq + 1 WHERE workspace_id = $1 RETURNING activity_seq
       )
       INSERT INTO activity (workspace_id, id, seq, at, actor_kind, actor_id, actor_name, verb, subject_kind,
                             subject_id, payload, payload_hash, request_id)
       SELECT $1, $2, counter.activity_seq, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11, $12 FROM counter
       RETURNING seq`,
      [
        author.workspaceId,
        newId(),
        this.clock.now(),
        author.actor.kind,
        author.actor.id,
        author.actor.name,
        act.verb,
        act.subjectKind,
        act.subjectId,
        payload,
        createHash('sha256').update(payload).digest(),
        author.requestId,
      ],
    );
    this.database.afterCommit(() => this.bell.ring(author.workspaceId));
    return Number(row!.seq);
  }

  /**
   * Takes the content out of earlier acts on a subject, for good: every act whose payload holds this entry. Who did
   * what and when stays, and so does the hash. The caller records the redaction itself as an act.
   */
  async redact(author: Author, subjectId: string, entry: Readonly<Record<string, string>>): Promise<void> {
    await this.database.query(
      `UPDATE activity SET payload = NULL
        WHERE workspace_id = $1 AND subject_id = $2 AND payload @> $3::jsonb`,
      [author.workspaceId, subjectId, JSON.stringify(entry)],
    );
  }
}
