import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { stale } from '../platform/endpoint/stale.js';
import { notFound } from '../platform/problem/problem.js';
import { ActivityService } from './activity.service.js';

/** One edit of one versioned record: which, what its fields are called in the table, and the new values. */
export interface Edit<T extends { version: number }> {
  /** As activities and sentences name it: `system`. */
  kind: string;
  /** The table; its key is (workspace_id, id) and it has `version` and `updated_at`. */
  table: string;
  id: string;
  /** Field of the record -> column. Only these can be edited. */
  columns: { readonly [field: string]: string };
  /** The new values; `undefined` leaves a field alone. */
  changes: { readonly [field: string]: unknown };
  /** Reads the record as the caller sees it; null when there is none. */
  read: () => Promise<T | null>;
  /** `edited` unless a verb of its own did it: `archived`. */
  verb?: string;
}

/** Edits of versioned records: optimistic, recorded with before and after, and never a lost update. */
@Injectable()
export class Edits {
  constructor(
    private readonly database: Database,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes a record that is still at the version the caller saw. Values that are already so change nothing.
   * @returns the record after the edit
   * @throws Problem 404 when it is not there, 412 with `current` and `changed` when someone was faster
   */
  async apply<T extends { version: number }>(caller: MemberCaller, edit: Edit<T>, seen: number): Promise<T> {
    return this.database.transaction(async () => {
      const before = await edit.read();
      if (!before) throw notFound(edit.kind);
      if (before.version !== seen) throw await this.refuse(caller, edit, seen, before);
      const fields = changedFields(before, edit);
      if (fields.length === 0) return before;
      const sets = fields.map((field, index) => `${edit.columns[field]} = $${index + 5}`);
      const rows = await this.database.query(
        `UPDATE ${edit.table} SET version = version + 1, updated_at = $4, ${sets.join(', ')}
          WHERE workspace_id = $1 AND id = $2 AND version = $3 RETURNING version`,
        [caller.workspaceId, edit.id, seen, this.clock.now(), ...fields.map((field) => edit.changes[field])],
      );
      const after = await edit.read();
      if (!after) throw notFound(edit.kind);
      if (rows.length === 0) throw await this.refuse(caller, edit, seen, after);
      await this.activity.record(caller, {
        verb: `${edit.kind}.${edit.verb ?? 'edited'}`,
        subjectKind: edit.kind,
        subjectId: edit.id,
        payload: { version: after.version, before: pick(before, fields), after: pick(after, fields) },
      });
      return after;
    });
  }

  /** @returns the fields of a record that were changed after the given version, in order of the alphabet */
  async changedSince(workspaceId: string, subjectId: string, version: number): Promise<string[]> {
    const rows = await this.database.query<{ field: string }>(
      `SELECT DISTINCT jsonb_object_keys(payload->'after') AS field FROM activity
        WHERE workspace_id = $1 AND subject_id = $2 AND (payload->>'version')::int > $3 ORDER BY field`,
      [workspaceId, subjectId, version],
    );
    return rows.map(({ field }) => field);
  }

  private async refuse<T extends { version: number }>(
    caller: MemberCaller,
    edit: Edit<T>,
    seen: number,
    current: T,
  ): Promise<Error> {
    return stale(edit.kind, current, await this.changedSince(caller.workspaceId, edit.id, seen));
  }
}

function changedFields<T extends object>(
  before: T,
  { columns, changes }: Pick<Edit<never>, 'columns' | 'changes'>,
): string[] {
  const current = before as Record<string, unknown>;
  return Object.keys(columns).filter(
    (field) =>
      changes[field] !== undefined &&
      JSON.stringify(changes[field]) !== JSON.stringify(current[field] ?? null),
  );
}

function pick(record: object, fields: string[]): Record<string, unknown> {
  const values = record as Record<string, unknown>;
  return Object.fromEntries(fields.map((field) => [field, values[field] ?? null]));
}
