import { Injectable } from '@nestjs/common';
import type { Finding } from '@plumbline/shared/contract/divergence';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import type { CursorValues } from '../platform/endpoint/cursor.js';

/** An alarm as it is stored. */
export interface NewFinding {
  workspaceId: string;
  id: string;
  pairId: string;
  runId: string | null;
  axis: 'time' | 'step' | 'kl';
  at: Date;
  onset: { at: Date | number; low: Date | number; high: Date | number };
  gap: { value: number; low: number; high: number } | null;
  pDiverged: number;
  score: number | null;
  threshold: number | null;
  mode: string;
  modeProbability: number;
  evidence: string[];
  methodVersion: number;
}

const facts = `
  axis = $5, at = $6, onset_at = $7, onset_low_at = $8, onset_high_at = $9, onset_x = $10, onset_low_x = $11,
  onset_high_x = $12, gap = $13, gap_low = $14, gap_high = $15, p_diverged = $16, score = $17, threshold = $18,
  mode = $19, mode_probability = $20, mode_said_at = $6, evidence = $21, method_version = $22, run_id = $4,
  withdrawn_at = NULL`;

/** Always with `$1` the workspace. */
const findingRow = `
  SELECT f.id, f.pair_id AS "pairId", p.name AS "pairName", s.key AS "systemKey", s.name AS "systemName",
         f.run_id AS "runId", f.axis, f.at, f.onset_at AS "onsetAt", f.onset_low_at AS "onsetLowAt",
         f.onset_high_at AS "onsetHighAt", f.onset_x AS "onsetX", f.onset_low_x AS "onsetLowX",
         f.onset_high_x AS "onsetHighX", f.gap, f.gap_low AS "gapLow", f.gap_high AS "gapHigh",
         f.p_diverged AS "pDiverged", f.score, f.threshold, f.mode, f.mode_probability AS "modeProbability",
         f.mode_said_at AS "modeSaidAt", f.evidence, f.method_version AS "methodVersion",
         f.raised_at AS "raisedAt", f.withdrawn_at AS "withdrawnAt", f.incident_id AS "incidentId", f.verdict,
         f.verdict_reason AS "verdictReason", f.verdict_by_name AS "verdictBy", f.verdict_at AS "verdictAt"
    FROM finding f
    JOIN metric_pair p ON p.workspace_id = f.workspace_id AND p.id = f.pair_id
    JOIN ai_system s ON s.workspace_id = p.workspace_id AND s.id = p.system_id
   WHERE f.workspace_id = $1`;

@Injectable()
export class FindingsQueries {
  constructor(private readonly database: Database) {}

  /** Alarms of a pair that were raised by audits from that moment on and still stand. */
  async from(
    workspaceId: string,
    pairId: string,
    from: string,
  ): Promise<{ id: string; at: Date; taken: boolean }[]> {
    return this.database.query(
      `SELECT id, at, taken_up_at IS NOT NULL AS taken FROM finding
        WHERE workspace_id = $1 AND pair_id = $2 AND run_id IS NULL AND at >= $3::timestamptz ORDER BY at`,
      [workspaceId, pairId, from],
    );
  }

  async ofRun(
    workspaceId: string,
    pairId: string,
    runId: string,
  ): Promise<{ id: string; taken: boolean } | null> {
    return this.database.first(
      `SELECT id, taken_up_at IS NOT NULL AS taken FROM finding
        WHERE workspace_id = $1 AND pair_id = $2 AND run_id = $3 ORDER BY at DESC LIMIT 1`,
      [workspaceId, pairId, runId],
    );
  }

  async insert(finding: NewFinding, now: Date): Promise<void> {
    const values = valuesOf(finding);
    await this.database.query(
      `INSERT INTO finding (workspace_id, id, pair_id, run_id, axis, at, onset_at, onset_low_at, onset_high_at, onset_x,
                            onset_low_x, onset_high_x, gap, gap_low, gap_high, p_diverged, score, threshold, mode,
                            mode_probability, mode_said_at, evidence, method_version, raised_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $6, $21,
               $22, $23)`,
      [...values, now],
    );
  }

  /** Says an alarm again, with what is known now. */
  async restate(finding: NewFinding): Promise<void> {
    await this.database.query(
      `UPDATE finding SET ${facts} WHERE workspace_id = $1 AND id = $2 AND pair_id = $3`,
      valuesOf(finding),
    );
  }

  /** The mode of the newest alarm up to that moment, said again. */
  async sayMode(
    workspaceId: string,
    pairId: string,
    said: { at: Date; mode: string; modeProbability: number; evidence: string[] },
  ): Promise<void> {
    await this.database.query(
      `UPDATE finding SET mode = $4, mode_probability = $5, evidence = $6, mode_said_at = $3
        WHERE workspace_id = $1 AND id = (
          SELECT id FROM finding WHERE workspace_id = $1 AND pair_id = $2 AND run_id IS NULL AND at <= $3
           ORDER BY at DESC LIMIT 1)`,
      [workspaceId, pairId, said.at, said.mode, said.modeProbability, said.evidence],
    );
  }

  /** Late values made it vanish: what nobody has taken up goes, the rest stays and says so. */
  async withdraw(workspaceId: string, id: string, taken: boolean, now: Date): Promise<void> {
    if (taken)
      await this.database.query(
        'UPDATE finding SET withdrawn_at = $3 WHERE workspace_id = $1 AND id = $2 AND withdrawn_at IS NULL',
        [workspaceId, id, now],
      );
    else
      await this.database.query('DELETE FROM finding WHERE workspace_id = $1 AND id = $2', [workspaceId, id]);
  }

  async ofPair(workspaceId: string, pairId: string): Promise<Finding[]> {
    const rows = await this.database.query<Finding>(
      `${findingRow} AND f.pair_id = $2 ORDER BY f.at DESC, f.id`,
      [workspaceId, pairId],
    );
    return rows.map((row) => isoTimes(row));
  }

  async byId(workspaceId: string, id: string): Promise<Finding | null> {
    const row = await this.database.first<Finding>(`${findingRow} AND f.id = $2`, [workspaceId, id]);
    return row && isoTimes(row);
  }

  /** One row more than `limit` where there is a next page. */
  async list(
    workspaceId: string,
    { verdict, limit, hidden }: { verdict: string | null; limit: number; hidden: string[] },
    after: CursorValues | null,
  ): Promise<Finding[]> {
    const rows = await this.database.query<Finding>(
      `${findingRow}
          AND NOT f.pair_id = ANY ($6)
          AND ($2::text IS NULL OR coalesce(f.verdict, 'waiting') = $2)
          AND ($3::timestamptz IS NULL OR (f.raised_at, f.id) < ($3, $4::uuid))
        ORDER BY f.raised_at DESC, f.id DESC LIMIT $5`,
      [workspaceId, verdict, after?.[0] ?? null, after?.[1] ?? null, limit + 1, hidden],
    );
    return rows.map((row) => isoTimes(row));
  }

  /** Alarms that no incident has taken up yet, the oldest first, held until the transaction ends. */
  async waiting(limit: number): Promise<{ workspaceId: string; id: string }[]> {
    return this.database.query(
      `SELECT workspace_id AS "workspaceId", id FROM finding
        WHERE taken_up_at IS NULL AND withdrawn_at IS NULL
        ORDER BY raised_at, id LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [limit],
    );
  }

  async takeUp(workspaceId: string, id: string, incidentId: string, now: Date): Promise<void> {
    await this.database.query(
      'UPDATE finding SET incident_id = $3, taken_up_at = $4 WHERE workspace_id = $1 AND id = $2',
      [workspaceId, id, incidentId, now],
    );
  }

  /** A person's verdict on everything that an incident has taken up; null takes it back. */
  async judge(
    workspaceId: string,
    incidentId: string,
    verdict: {
      verdict: 'accepted' | 'declined';
      reason: string | null;
      byName: string;
      byId: string | null;
    } | null,
    now: Date,
  ): Promise<void> {
    await this.database.query(
      `UPDATE finding SET verdict = $3, verdict_reason = $4, verdict_by_name = $5, verdict_by_id = $6,
                          verdict_at = CASE WHEN $3::text IS NULL THEN NULL ELSE $7::timestamptz END
        WHERE workspace_id = $1 AND incident_id = $2
          AND (verdict, verdict_reason) IS DISTINCT FROM ($3, $4)`,
      [
        workspaceId,
        incidentId,
        verdict?.verdict ?? null,
        verdict?.reason ?? null,
        verdict?.byName ?? null,
        verdict?.byId ?? null,
        now,
      ],
    );
  }
}

function valuesOf(finding: NewFinding): unknown[] {
  const { onset, gap } = finding;
  const inTime = finding.axis === 'time';
  const places = [onset.at, onset.low, onset.high];
  const none = [null, null, null];
  return [
    finding.workspaceId,
    finding.id,
    finding.pairId,
    finding.runId,
    finding.axis,
    finding.at,
    ...(inTime ? places : none),
    ...(inTime ? none : places),
    gap?.value ?? null,
    gap?.low ?? null,
    gap?.high ?? null,
    finding.pDiverged,
    finding.score,
    finding.threshold,
    finding.mode,
    finding.modeProbability,
    finding.evidence,
    finding.methodVersion,
  ];
}
