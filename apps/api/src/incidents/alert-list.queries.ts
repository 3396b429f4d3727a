import type { Signal, SignalDetail, SignalQuery } from '@plumbline/shared/contract/signal';
import type { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import { Parameters } from '../platform/database/parameters.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { pageFrom, readCursor } from '../platform/endpoint/cursor.js';
import { keyOf, numberOf } from './incident.queries.js';
import { visibleTo } from '../people/visible-to.js';

type Stored = Omit<Signal, 'incident'> & { incident: { number: number; title: string } | null };

const signalRow = `
  s.id, jsonb_build_object('id', src.id, 'name', src.name, 'kind', src.kind) AS source, s.dedup_key AS "dedupKey",
  s.episode, s.recurrence_of AS "recurrenceOf", s.state, s.title, s.description, s.severity, s.environment, s.link,
  s.labels, s.fingerprint, s.started_at AS "startedAt", s.resolved_at AS "resolvedAt",
  s.first_seen_at AS "firstSeenAt", s.last_seen_at AS "lastSeenAt", s.clamped, s.count, s.joined_because AS because,
  CASE WHEN sys.id IS NULL THEN NULL ELSE jsonb_build_object('id', sys.id, 'name', sys.name) END AS system,
  CASE WHEN m.id IS NULL THEN NULL ELSE jsonb_build_object('id', m.id, 'name', m.name) END AS metric,
  CASE WHEN i.id IS NULL THEN NULL ELSE jsonb_build_object('number', i.number, 'title', i.title) END AS incident`;

const joined = `
  signal s
  JOIN source src ON src.workspace_id = s.workspace_id AND src.id = s.source_id
  LEFT JOIN ai_system sys ON sys.workspace_id = s.workspace_id AND sys.id = s.system_id
  LEFT JOIN metric m ON m.workspace_id = s.workspace_id AND m.id = s.metric_id
  LEFT JOIN incident i ON i.workspace_id = s.workspace_id AND i.id = s.incident_id`;

/** One page of alerts, those told last first. Those of incidents that the caller may not see are left out. */
export async function listAlerts(
  database: Database,
  caller: MemberCaller,
  query: SignalQuery,
): Promise<{ items: Signal[]; next: string | null }> {
  const parameters = new Parameters();
  const conditions = conditionsOf(caller, parameters);
  if (query.state) conditions.push(`s.state = ${parameters.add(query.state)}`);
  if (query.source) conditions.push(`s.source_id = ${parameters.add(query.source)}`);
  if (query.incident) conditions.push(`i.number = ${parameters.add(numberOf(query.incident))}`);
  const after = readCursor(query.cursor, 2);
  if (after) {
    const [seen, id] = after.map((value) => parameters.add(value));
    conditions.push(`(s.last_seen_at, s.id) < (${seen}::timestamptz, ${id}::uuid)`);
  }
  const rows = await database.query<Stored>(
    `SELECT ${signalRow} FROM ${joined} WHERE ${conditions.join(' AND ')}
      ORDER BY s.last_seen_at DESC, s.id DESC LIMIT ${parameters.add(query.limit + 1)}`,
    parameters.values,
  );
  return pageFrom(rows.map(present), query.limit, ({ lastSeenAt, id }) => [lastSeenAt, id]);
}

/** One alert with the newest delivery that told of it; null when there is none that the caller may see. */
export async function readAlert(
  database: Database,
  caller: MemberCaller,
  id: string,
): Promise<SignalDetail | null> {
  const parameters = new Parameters();
  const conditions = conditionsOf(caller, parameters);
  const row = await database.first<Stored & { deliveryId: string }>(
    `SELECT ${signalRow}, s.delivery_id AS "deliveryId" FROM ${joined}
      WHERE ${conditions.join(' AND ')} AND s.id = ${parameters.add(id)}`,
    parameters.values,
  );
  if (!row) return null;
  const { deliveryId, ...signal } = row;
  return { ...present(signal), raw: await readRaw(database, caller, deliveryId) };
}

/** What came, unless it also told of alerts whose incident the caller may not see. */
async function readRaw(
  database: Database,
  caller: MemberCaller,
  deliveryId: string,
): Promise<SignalDetail['raw']> {
  const parameters = new Parameters();
  const workspace = parameters.add(caller.workspaceId);
  const row = await database.first<{ receivedAt: Date; contentType: string; body: Buffer | null }>(
    `SELECT d.received_at AS "receivedAt", d.content_type AS "contentType", d.body FROM delivery d
      WHERE d.workspace_id = ${workspace} AND d.id = ${parameters.add(deliveryId)}
        AND NOT EXISTS (SELECT FROM signal s JOIN incident i ON i.workspace_id = s.workspace_id AND i.id = s.incident_id
                         WHERE s.workspace_id = d.workspace_id AND s.delivery_id = d.id
                           AND (${visibleTo(caller, parameters)}) IS NOT TRUE)`,
    parameters.values,
  );
  if (!row) return null;
  const { receivedAt, contentType, body } = row;
  return { deliveryId, receivedAt: receivedAt.toISOString(), contentType, text: asText(body) };
}

/** @returns null for what is not text */
function asText(body: Buffer | null): string | null {
  if (!body) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

function conditionsOf(caller: MemberCaller, parameters: Parameters): string[] {
  return [
    `s.workspace_id = ${parameters.add(caller.workspaceId)}`,
    `(s.incident_id IS NULL OR ${visibleTo(caller, parameters)})`,
  ];
}

function present(row: Stored): Signal {
  const { incident, ...rest } = isoTimes(row) as Stored;
  return { ...rest, incident: incident && { key: keyOf(incident.number), title: incident.title } };
}
