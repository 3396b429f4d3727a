import { showMentions } from '@plumbline/shared/incident/mentions';
import type { Notification, UnreadCount } from '@plumbline/shared/contract/notification';
import { Injectable } from '@nestjs/common';
import { namesIn } from '../people/names-in.js';
import { visibleTo } from '../people/visible-to.js';
import type { Viewer } from '../people/who-sees.js';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import { Parameters } from '../platform/database/parameters.js';

const mostWords = 200;
const countedTo = 100;

interface Row extends Omit<Notification, 'incident' | 'task'> {
  seq: string;
  number: number | null;
  title: string;
  taskId: string | null;
  taskTitle: string;
}

type Reader = Pick<Viewer, 'workspaceId' | 'personId' | 'role' | 'teamIds'>;

/** Which ones of somebody are meant. */
export interface Which {
  /** Of this mail; else those that stand in the app. */
  delivery?: string;
  unread?: boolean | undefined;
  before?: string | undefined;
  limit: number;
}

/** What people were told, as far as they may see it now. */
@Injectable()
export class NotificationsQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. @returns with the number that the next page begins before */
  async list(reader: Reader, which: Which): Promise<(Notification & { seq: string })[]> {
    const parameters = new Parameters();
    const conditions = [seen(reader, parameters)];
    conditions.push(which.delivery ? `n.delivery_id = ${parameters.add(which.delivery)}` : 'n.in_app');
    if (which.unread !== undefined) conditions.push(`(n.read_at IS NULL) = ${parameters.add(which.unread)}`);
    if (which.before) conditions.push(`n.seq < ${parameters.add(which.before)}::bigint`);
    const rows = await this.database.query<Row>(
      `SELECT n.id, n.seq, n.kind, n.at, n.actor_name AS by, n.verb, n.read_at AS "readAt", i.number,
              coalesce(i.title, '') AS title, t.id AS "taskId", coalesce(t.title, '') AS "taskTitle",
              coalesce(left(c.body, ${mostWords * 2}), '') AS words
         FROM notification n
         LEFT JOIN incident i ON i.workspace_id = n.workspace_id AND i.id = n.incident_id
         LEFT JOIN incident_comment c ON c.workspace_id = n.workspace_id AND c.id = n.comment_id
         LEFT JOIN task t ON t.workspace_id = n.workspace_id AND t.id = n.task_id
        WHERE ${conditions.join(' AND ')}
        ORDER BY n.seq DESC LIMIT ${parameters.add(which.limit)}`,
      parameters.values,
    );
    const names = await namesIn(this.database, reader.workspaceId, rows.map(({ words }) => words).join(' '));
    return rows.map(({ number, title, taskId, taskTitle, words, ...row }) => ({
      ...(isoTimes(row) as typeof row),
      words: showMentions(words, names).slice(0, mostWords),
      incident: number === null ? null : { key: `INC-${number}`, title },
      task: taskId === null ? null : { id: taskId, title: taskTitle },
    }));
  }

  async unread(reader: Reader): Promise<UnreadCount> {
    const parameters = new Parameters();
    const row = await this.database.first<{ count: number }>(
      `SELECT count(*)::int AS count FROM (
         SELECT FROM notification n
           LEFT JOIN incident i ON i.workspace_id = n.workspace_id AND i.id = n.incident_id
          WHERE ${seen(reader, parameters)} AND n.in_app AND n.read_at IS NULL LIMIT ${countedTo + 1}) x`,
      parameters.values,
    );
    const { count } = row!;
    return { count: Math.min(count, countedTo), capped: count > countedTo };
  }

  /** Marks some of them, or all, as read or as unread. */
  async mark(reader: Reader, ids: readonly string[] | null, readAt: Date | null): Promise<void> {
    await this.database.query(
      `UPDATE notification SET read_at = $4
        WHERE workspace_id = $1 AND person_id = $2 AND ($3::uuid[] IS NULL OR id = ANY ($3::uuid[]))
          AND (read_at IS NULL) = ($4::timestamptz IS NOT NULL)`,
      [reader.workspaceId, reader.personId, ids, readAt],
    );
  }
}

function seen(reader: Reader, parameters: Parameters): string {
  return `n.workspace_id = ${parameters.add(reader.workspaceId)} AND n.person_id = ${parameters.add(reader.personId)}
    AND (n.incident_id IS NULL OR ${visibleTo(reader, parameters)})`;
}
