import { Injectable } from '@nestjs/common';
import type { Mechanism } from '@plumbline/shared/taxonomy/values/classification';
import { Database } from '../platform/database/database.js';

/** A signal as it is stored. Times are those of events unless they say "seen". */
export interface StoredSignal {
  id: string;
  dedupKey: string;
  episode: number;
  recurrenceOf: string | null;
  state: 'open' | 'resolved';
  title: string;
  description: string;
  severity: string;
  environment: string;
  link: string;
  labels: Record<string, string>;
  systemId: string | null;
  metricId: string | null;
  mechanism: Mechanism | null;
  fingerprint: string;
  startedAt: Date;
  triggeredAt: Date;
  resolvedAt: Date | null;
  clamped: boolean;
  firstSeenAt: Date;
  lastSeenAt: Date;
  count: number;
  deliveryId: string;
  incidentId: string | null;
}

/** A dedup key with the lock on it, and its latest episode. */
export interface HeldKey {
  dedupKey: string;
  signal: StoredSignal | null;
  earlyResolveAt: Date | null;
  earlySeenAt: Date | null;
}

export interface KeyState {
  dedupKey: string;
  signalId: string | null;
  earlyResolveAt: Date | null;
  earlySeenAt: Date | null;
}

/** Something of ours that a tool names by key or id. */
export interface NamedThing {
  kind: 'system' | 'metric';
  id: string;
  key: string;
  /** The system itself, or the one that the metric measures. */
  systemId: string;
  systemKey: string;
}

const signalColumns = `
  id, dedup_key AS "dedupKey", episode, recurrence_of AS "recurrenceOf", state, title, description, severity,
  environment, link, labels, system_id AS "systemId", metric_id AS "metricId", mechanism, fingerprint,
  started_at AS "startedAt", triggered_at AS "triggeredAt", resolved_at AS "resolvedAt", clamped,
  first_seen_at AS "firstSeenAt", last_seen_at AS "lastSeenAt", count, delivery_id AS "deliveryId",
  incident_id AS "incidentId"`;

@Injectable()
export class SignalsQueries {
  constructor(private readonly database: Database) {}

  /** Takes the locks in one order, so that two deliveries of the same alerts wait for each other and never in a ring. */
  async hold(workspaceId: string, sourceId: string, dedupKeys: string[]): Promise<HeldKey[]> {
    const keys = await this.database.query<KeyState>(
      `INSERT INTO signal_key AS k (workspace_id, source_id, dedup_key)
       SELECT $1, $2, dedup_key FROM unnest($3::text[]) AS given (dedup_key) ORDER BY dedup_key
       ON CONFLICT (workspace_id, source_id, dedup_key) DO UPDATE SET dedup_key = excluded.dedup_key
       RETURNING k.dedup_key AS "dedupKey", k.signal_id AS "signalId", k.early_resolve_at AS "earlyResolveAt",
                 k.early_seen_at AS "earlySeenAt"`,
      [workspaceId, sourceId, dedupKeys],
    );
    const ids = keys.flatMap(({ signalId }) => signalId ?? []);
    const signals =
      ids.length === 0
        ? []
        : await this.database.query<StoredSignal>(
            `SELECT ${signalColumns} FROM signal WHERE workspace_id = $1 AND id = ANY ($2::uuid[])`,
            [workspaceId, ids],
          );
    const byId = new Map(signals.map((signal) => [signal.id, signal]));
    return keys.map(({ signalId, ...key }) => ({ ...key, signal: byId.get(signalId ?? '') ?? null }));
  }

  /** Writes signals whole; which incident they belong to is left alone. */
  async save(workspaceId: string, sourceId: string, signals: StoredSignal[]): Promise<void> {
    if (signals.length === 0) return;
    await this.database.query(
      `INSERT INTO signal (workspace_id, source_id, id, dedup_key, episode, recurrence_of, state, title, description,
                           severity, environment, link, labels, system_id, metric_id, mechanism, fingerprint,
                           started_at, triggered_at, resolved_at, clamped, first_seen_at, last_seen_at, count,
                           delivery_id)
       SELECT $1, $2, id, "dedupKey", episode, "recurrenceOf", state, title, description, severity, environment, link,
              labels, "systemId", "metricId", mechanism, fingerprint, "startedAt", "triggeredAt", "resolvedAt",
              clamped, "firstSeenAt", "lastSeenAt", count, "deliveryId"
         FROM jsonb_to_recordset($3::jsonb) AS s (id uuid, "dedupKey" text, episode int, "recurrenceOf" uuid,
              state text, title text, description text, severity text, environment text, link text, labels jsonb,
              "systemId" uuid, "metricId" uuid, mechanism text, fingerprint text, "startedAt" timestamptz,
              "triggeredAt" timestamptz, "resolvedAt" timestamptz, clamped boolean, "firstSeenAt" timestamptz,
              "lastSeenAt" timestamptz, count int, "deliveryId" uuid)
       ON CONFLICT (workspace_id, id) DO UPDATE SET
              state = excluded.state, title = excluded.title, description = excluded.description,
              severity = excluded.severity, environment = excluded.environment, link = excluded.link,
              labels = excluded.labels, triggered_at = excluded.triggered_at, resolved_at = excluded.resolved_at,
              clamped = excluded.clamped, last_seen_at = excluded.last_seen_at, count = excluded.count,
              delivery_id = excluded.delivery_id`,
      [workspaceId, sourceId, JSON.stringify(signals)],
    );
  }

  async saveKeys(workspaceId: string, sourceId: string, keys: KeyState[]): Promise<void> {
    if (keys.length === 0) return;
    await this.database.query(
      `UPDATE signal_key k
          SET signal_id = s."signalId", early_resolve_at = s."earlyResolveAt", early_seen_at = s."earlySeenAt"
         FROM jsonb_to_recordset($3::jsonb) AS s ("dedupKey" text, "signalId" uuid, "earlyResolveAt" timestamptz,
                                                  "earlySeenAt" timestamptz)
        WHERE k.workspace_id = $1 AND k.source_id = $2 AND k.dedup_key = s."dedupKey"`,
      [workspaceId, sourceId, JSON.stringify(keys)],
    );
  }

  /** How many signals a source began since a moment; counting stops at `most`. */
  async begunSince(workspaceId: string, sourceId: string, since: Date, most: number): Promise<number> {
    const row = await this.database.first<{ count: number }>(
      `SELECT count(*)::int AS count FROM
         (SELECT 1 FROM signal WHERE workspace_id = $1 AND source_id = $2 AND first_seen_at > $3 LIMIT $4) begun`,
      [workspaceId, sourceId, since, most],
    );
    return row!.count;
  }

  async join(workspaceId: string, signalIds: string[], incidentId: string, because: string): Promise<void> {
    await this.database.query(
      `UPDATE signal SET incident_id = $3, joined_because = $4 WHERE workspace_id = $1 AND id = ANY ($2::uuid[])`,
      [workspaceId, signalIds, incidentId, because],
    );
  }

  /** Systems and metrics by key or id. */
  async named(workspaceId: string, refs: string[]): Promise<NamedThing[]> {
    if (refs.length === 0) return [];
    return this.database.query<NamedThing>(
      `SELECT 'system' AS kind, s.id, s.key, s.id AS "systemId", s.key AS "systemKey" FROM ai_system s
        WHERE s.workspace_id = $1 AND (s.key = ANY ($2) OR s.id::text = ANY ($2)) AND s.archived_at IS NULL
       UNION ALL
       SELECT 'metric', m.id, m.key, s.id, s.key FROM metric m
         JOIN ai_system s ON s.workspace_id = m.workspace_id AND s.id = m.system_id
        WHERE m.workspace_id = $1 AND (m.key = ANY ($2) OR m.id::text = ANY ($2)) AND m.archived_at IS NULL`,
      [workspaceId, refs],
    );
  }
}
