import type { Database } from '../platform/database/database.js';
import type { Circle, NewsEvent } from './addressees.js';

/** One entry of the record that is read for news. */
export interface News extends NewsEvent {
  seq: number;
  at: Date;
  actorName: string;
  subjectKind: string;
  subjectId: string;
  requestId: string;
}

/** @returns the workspaces whose record goes on after what has been read */
export async function workspacesWithNews(database: Database): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `SELECT c.workspace_id AS id FROM workspace_counter c
       LEFT JOIN notify_cursor n ON n.workspace_id = c.workspace_id
      WHERE c.activity_seq > coalesce(n.seq, 0) ORDER BY c.workspace_id`,
  );
  return rows.map(({ id }) => id);
}

/** Holds the cursor of a workspace until the transaction ends: of two readers the second waits. */
export async function holdCursor(database: Database, workspaceId: string): Promise<number> {
  await database.query(
    'INSERT INTO notify_cursor (workspace_id, seq) VALUES ($1, 0) ON CONFLICT (workspace_id) DO NOTHING',
    [workspaceId],
  );
  const row = await database.first<{ seq: string }>(
    'SELECT seq FROM notify_cursor WHERE workspace_id = $1 FOR UPDATE',
    [workspaceId],
  );
  return Number(row!.seq);
}

export async function moveCursor(database: Database, workspaceId: string, seq: number): Promise<void> {
  await database.query('UPDATE notify_cursor SET seq = $2 WHERE workspace_id = $1', [workspaceId, seq]);
}

/** @returns the entries after a number, in order */
export async function newsAfter(
  database: Database,
  workspaceId: string,
  seq: number,
  limit: number,
): Promise<News[]> {
  const rows = await database.query<Omit<News, 'seq'> & { seq: string }>(
    `SELECT seq, at, verb, actor_kind AS "actorKind", actor_id AS "actorId", actor_name AS "actorName",
            subject_kind AS "subjectKind", subject_id AS "subjectId", payload, request_id AS "requestId"
       FROM activity WHERE workspace_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
    [workspaceId, seq, limit],
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

/** @returns whether a decision was taken back by what came after it */
export async function wasUndone(database: Database, workspaceId: string, news: News): Promise<boolean> {
  const row = await database.first<{ verb: string }>(
    `SELECT verb FROM activity
      WHERE workspace_id = $1 AND subject_id = $2 AND seq > $3 AND payload ? 'version' ORDER BY seq LIMIT 1`,
    [workspaceId, news.subjectId, news.seq],
  );
  return row?.verb === 'incident.undo';
}

/** The people around an incident; empty where it is gone. */
export async function circleOf(
  database: Database,
  workspaceId: string,
  incidentId: string,
): Promise<Circle | null> {
  return database.first<Circle>(
    `SELECT i.owner_id AS "ownerId",
            ARRAY(SELECT p.id FROM (
              SELECT i.owner_id AS id
              UNION SELECT i.reporter_id WHERE i.reporter_kind = 'person'
              UNION SELECT c.author_id FROM incident_comment c
                     WHERE c.workspace_id = i.workspace_id AND c.incident_id = i.id AND c.author_kind = 'person'
              UNION SELECT f.person_id FROM incident_follower f
                     WHERE f.workspace_id = i.workspace_id AND f.incident_id = i.id AND f.follows) p
              WHERE p.id IS NOT NULL
                AND NOT EXISTS (SELECT FROM incident_follower f WHERE f.workspace_id = i.workspace_id
                                   AND f.incident_id = i.id AND f.person_id = p.id AND NOT f.follows)) AS followers,
            ARRAY(SELECT p.id FROM (
              SELECT t.person_id AS id FROM incident_system x
                JOIN ai_system s ON s.workspace_id = x.workspace_id AND s.id = x.system_id
                JOIN team_member t ON t.workspace_id = s.workspace_id AND t.team_id = s.owner_team_id
               WHERE x.workspace_id = i.workspace_id AND x.incident_id = i.id
              UNION SELECT f.person_id FROM incident_system x
                JOIN system_follower f ON f.workspace_id = x.workspace_id AND f.system_id = x.system_id AND f.follows
               WHERE x.workspace_id = i.workspace_id AND x.incident_id = i.id) p
              WHERE NOT EXISTS (SELECT FROM incident_system x
                                  JOIN system_follower f ON f.workspace_id = x.workspace_id AND f.system_id = x.system_id
                                 WHERE x.workspace_id = i.workspace_id AND x.incident_id = i.id
                                   AND f.person_id = p.id AND NOT f.follows)) AS "systemFollowers",
            (SELECT a.actor_id FROM activity a
              WHERE a.workspace_id = i.workspace_id AND a.subject_id = i.id AND a.verb = 'incident.snooze'
                AND a.actor_kind = 'person' ORDER BY a.seq DESC LIMIT 1) AS "snoozedBy"
       FROM incident i WHERE i.workspace_id = $1 AND i.id = $2`,
    [workspaceId, incidentId],
  );
}
