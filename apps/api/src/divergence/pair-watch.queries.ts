import { Injectable } from '@nestjs/common';
import type { Ladder } from '@plumbline/shared/divergence/pair/ladder';
import type { PairEstimate } from '@plumbline/shared/divergence/pair/pair-output';
import type { Settling } from '@plumbline/shared/divergence/pair/what-would-settle';
import { Database } from '../platform/database/database.js';

/** A pair that has to be looked at. */
export interface PairToSee {
  workspaceId: string;
  pairId: string;
}

/** What is known of a pair before it is caught up. */
export interface KnownPair {
  methodVersion: number;
  state: Buffer | null;
  /** As PostgreSQL writes moments; null before the first observation. */
  seenTo: string | null;
}

export interface Change {
  /** As PostgreSQL writes moments, `-infinity` and `infinity` included. */
  from: string;
  changes: string;
}

export interface Caught {
  methodVersion: number;
  state: Uint8Array | null;
  seenTo: string | null;
  standing: Ladder;
  settle: Settling | null;
  caughtUpAt: Date;
  lookAgainAt: Date;
}

const dayMs = 86_400_000;
/** Stands for the logarithm of nothing, which JSON cannot write. */
const noEvidence = -50;
const moment = (t: number): Date => new Date(Math.round(t * dayMs));

@Injectable()
export class PairWatchQueries {
  constructor(private readonly database: Database) {}

  /** Marked pairs, the longest waiting first; then those whose standing may have changed by time alone. */
  async toSee(now: Date, limit: number, except: readonly string[]): Promise<PairToSee[]> {
    return this.database.query<PairToSee>(
      `SELECT workspace_id AS "workspaceId", pair_id AS "pairId"
         FROM (SELECT workspace_id, pair_id, marked_at AS since FROM pair_change
               UNION ALL
               SELECT w.workspace_id, w.pair_id, w.look_again_at FROM pair_watch w
                 JOIN metric_pair p ON p.workspace_id = w.workspace_id AND p.id = w.pair_id
                WHERE w.look_again_at <= $1 AND p.archived_at IS NULL) waiting
        WHERE NOT pair_id = ANY ($3)
        GROUP BY workspace_id, pair_id ORDER BY min(since), pair_id LIMIT $2`,
      [now, limit, except],
    );
  }

  /** How many pairs wait and since when. */
  async behind(): Promise<{ pairs: number; since: Date | null }> {
    const row = await this.database.first<{ pairs: number; since: Date | null }>(
      `SELECT count(*)::int AS pairs, min(marked_at) AS since FROM pair_change`,
    );
    return row!;
  }

  /** One writer per pair: whoever holds this until the transaction ends. @returns whether it is us */
  async hold({ workspaceId, pairId }: PairToSee): Promise<boolean> {
    const row = await this.database.first<{ held: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtextextended('pair ' || $1 || ' ' || $2, 0)) AS held`,
      [workspaceId, pairId],
    );
    return row!.held;
  }

  async change({ workspaceId, pairId }: PairToSee): Promise<Change | null> {
    return this.database.first<Change>(
      `SELECT from_at::text AS "from", changes::text FROM pair_change WHERE workspace_id = $1 AND pair_id = $2`,
      [workspaceId, pairId],
    );
  }

  /** Takes the mark away unless something came meanwhile. */
  async done({ workspaceId, pairId }: PairToSee, changes: string): Promise<void> {
    await this.database.query(
      `DELETE FROM pair_change WHERE workspace_id = $1 AND pair_id = $2 AND changes = $3`,
      [workspaceId, pairId, changes],
    );
  }

  async known({ workspaceId, pairId }: PairToSee): Promise<KnownPair | null> {
    return this.database.first<KnownPair>(
      `SELECT method_version AS "methodVersion", state, seen_to::text AS "seenTo" FROM pair_watch
        WHERE workspace_id = $1 AND pair_id = $2`,
      [workspaceId, pairId],
    );
  }

  /** Whether what is new lies after everything that was seen. */
  async isLater(from: string, seenTo: string): Promise<boolean> {
    const row = await this.database.first<{ later: boolean }>(
      `SELECT $1::timestamptz > $2::timestamptz AS later`,
      [from, seenTo],
    );
    return row!.later;
  }

  /** The newest snapshot that has seen nothing from that moment on. */
  async snapshotBefore(
    { workspaceId, pairId }: PairToSee,
    from: string,
  ): Promise<{ beforeOn: string; state: Buffer } | null> {
    return this.database.first<{ beforeOn: string; state: Buffer }>(
      `SELECT before_on::text AS "beforeOn", state FROM pair_snapshot
        WHERE workspace_id = $1 AND pair_id = $2 AND before_on::timestamp AT TIME ZONE 'UTC' <= $3::timestamptz
        ORDER BY before_on DESC LIMIT 1`,
      [workspaceId, pairId, from],
    );
  }

  /** Forgets what was said and kept from a moment on, before it is run again. */
  async forget({ workspaceId, pairId }: PairToSee, from: string): Promise<void> {
    await this.database.query(
      `DELETE FROM pair_estimate WHERE workspace_id = $1 AND pair_id = $2 AND at >= $3::timestamptz`,
      [workspaceId, pairId, from],
    );
    await this.database.query(
      `DELETE FROM pair_snapshot WHERE workspace_id = $1 AND pair_id = $2
          AND before_on::timestamp AT TIME ZONE 'UTC' > $3::timestamptz`,
      [workspaceId, pairId, from],
    );
  }

  async snapshotDays({ workspaceId, pairId }: PairToSee): Promise<number[]> {
    const rows = await this.database.query<{ day: number }>(
      `SELECT before_on - DATE '1970-01-01' AS day FROM pair_snapshot WHERE workspace_id = $1 AND pair_id = $2`,
      [workspaceId, pairId],
    );
    return rows.map(({ day }) => day);
  }

  async keepSnapshots(
    { workspaceId, pairId }: PairToSee,
    fresh: readonly { beforeDay: number; state: Uint8Array }[],
    keep: readonly number[],
  ): Promise<void> {
    const day = (beforeDay: number): string => new Date(beforeDay * dayMs).toISOString().slice(0, 10);
    const stay = new Set(keep);
    await this.database.query(
      `DELETE FROM pair_snapshot WHERE workspace_id = $1 AND pair_id = $2 AND NOT before_on = ANY ($3::date[])`,
      [workspaceId, pairId, keep.map(day)],
    );
    for (const { beforeDay, state } of fresh.filter((one) => stay.has(one.beforeDay))) {
      await this.database.query(
        `INSERT INTO pair_snapshot (workspace_id, pair_id, before_on, state) VALUES ($1, $2, $3::date, $4)
         ON CONFLICT (workspace_id, pair_id, before_on) DO UPDATE SET state = excluded.state`,
        [workspaceId, pairId, day(beforeDay), Buffer.from(state)],
      );
    }
  }

  async keepEstimates({ workspaceId, pairId }: PairToSee, all: readonly PairEstimate[]): Promise<void> {
    // Audits of one moment: the last word on it stands.
    const finite = all.filter(({ gap, lo, hi, pDiverged }) =>
      [gap, lo, hi, pDiverged].every((figure) => Number.isFinite(figure)),
    );
    const estimates = [...new Map(finite.map((one) => [moment(one.t).getTime(), one])).values()];
    if (estimates.length === 0) return;
    const column = (read: (one: PairEstimate) => unknown): unknown[] => estimates.map(read);
    await this.database.query(
      `INSERT INTO pair_estimate (workspace_id, pair_id, at, score, threshold, gap, gap_low, gap_high, p_diverged,
                                  provisional)
       SELECT $1, $2, * FROM unnest($3::timestamptz[], $4::float8[], $5::float8[], $6::float8[], $7::float8[],
                                    $8::float8[], $9::float8[], $10::boolean[])
       ON CONFLICT (workspace_id, pair_id, at) DO UPDATE
          SET score = excluded.score, threshold = excluded.threshold, gap = excluded.gap, gap_low = excluded.gap_low,
              gap_high = excluded.gap_high, p_diverged = excluded.p_diverged, provisional = excluded.provisional`,
      [
        workspaceId,
        pairId,
        column(({ t }) => moment(t)),
        column(({ score }) => (Number.isFinite(score) ? score : noEvidence)),
        column(({ threshold }) => threshold),
        column(({ gap }) => gap),
        column(({ lo }) => lo),
        column(({ hi }) => hi),
        column(({ pDiverged }) => pDiverged),
        column(({ provisional }) => provisional),
      ],
    );
  }

  async keep({ workspaceId, pairId }: PairToSee, caught: Caught): Promise<void> {
    await this.database.query(
      `INSERT INTO pair_watch (workspace_id, pair_id, method_version, state, seen_to, standing, settle, caught_up_at,
                               look_again_at)
       VALUES ($1, $2, $3, $4, $5::timestamptz, $6::jsonb, $7::jsonb, $8, $9)
       ON CONFLICT (workspace_id, pair_id) DO UPDATE
          SET method_version = excluded.method_version, state = excluded.state, seen_to = excluded.seen_to,
              standing = excluded.standing, settle = excluded.settle, caught_up_at = excluded.caught_up_at,
              look_again_at = excluded.look_again_at`,
      [
        workspaceId,
        pairId,
        caught.methodVersion,
        caught.state && Buffer.from(caught.state),
        caught.seenTo,
        JSON.stringify(caught.standing),
        caught.settle && JSON.stringify(caught.settle),
        caught.caughtUpAt,
        caught.lookAgainAt,
      ],
    );
  }

  /** Writes where the pair stands where everybody reads it. The version is the owner's and does not move. */
  async stand({ workspaceId, pairId }: PairToSee, standing: Ladder['standing']): Promise<void> {
    await this.database.query(
      `UPDATE metric_pair SET state = $3
        WHERE workspace_id = $1 AND id = $2 AND state <> $3 AND activated_at IS NOT NULL`,
      [workspaceId, pairId, standing],
    );
  }

  /** When definitions changed, ascending, in milliseconds since 1970. */
  async definitionChanges({ workspaceId, pairId }: PairToSee): Promise<number[]> {
    const rows = await this.database.query<{ at: Date }>(
      `SELECT at FROM pair_mark
        WHERE workspace_id = $1 AND pair_id = $2 AND kind = 'definition_changed' AND removed_at IS NULL ORDER BY at`,
      [workspaceId, pairId],
    );
    return rows.map(({ at }) => at.getTime());
  }
}
