import { Injectable } from '@nestjs/common';
import type {
  NewRmfStatement,
  RmfStatement,
  RmfStatementEdit,
  RmfStatementQuery,
} from '@plumbline/shared/contract/rmf';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Edits } from '../activity/edits.js';
import { checkNamedPeople } from '../people/named-people.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { notFound } from '../platform/problem/problem.js';
import { SystemsService } from '../systems/systems.service.js';

const columns = {
  state: 'state',
  target: 'target',
  evidence: 'evidence',
  ownerId: 'owner_id',
  evidenceOn: 'evidence_on',
  reviewOn: 'review_on',
} as const;

const selection = `
  SELECT r.id, r.system_id AS "systemId", s.name AS "systemName", r.subcategory, r.state, r.target, r.evidence,
         r.evidence_on::text AS "evidenceOn", r.review_on::text AS "reviewOn", r.version,
         r.created_at AS "createdAt", r.updated_at AS "updatedAt",
         CASE WHEN r.owner_id IS NULL THEN NULL ELSE jsonb_build_object('id', p.id, 'name', p.name) END AS owner
    FROM rmf_statement r
    JOIN ai_system s ON s.workspace_id = r.workspace_id AND s.id = r.system_id
    LEFT JOIN person p ON p.id = r.owner_id`;

/** Where each system stands on each subcategory: what is meant, what is in place, and the evidence for it. */
@Injectable()
export class RmfStatementsService {
  constructor(
    private readonly database: Database,
    private readonly systems: SystemsService,
    private readonly activity: ActivityService,
    private readonly edits: Edits,
    private readonly clock: Clock,
  ) {}

  async list(caller: MemberCaller, query: RmfStatementQuery): Promise<{ items: RmfStatement[] }> {
    const rows = await this.database.query<RmfStatement>(
      `${selection}
        WHERE r.workspace_id = $1 AND ($2::uuid IS NULL OR r.system_id = $2) AND ($3::text IS NULL OR r.subcategory = $3)
        ORDER BY r.subcategory, s.name, r.id LIMIT 2000`,
      [caller.workspaceId, query.system ?? null, query.subcategory ?? null],
    );
    return { items: rows.map((row) => isoTimes(row) as RmfStatement) };
  }

  async add(caller: MemberCaller, given: NewRmfStatement): Promise<RmfStatement> {
    return this.database.transaction(async () => {
      await checkNamedPeople(this.database, caller, given);
      await this.systems.find(caller, given.systemId);
      const id = newId();
      await this.database.query(
        `INSERT INTO rmf_statement (workspace_id, id, system_id, subcategory, state, target, evidence, owner_id,
                                    evidence_on, review_on, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)`,
        [
          caller.workspaceId,
          id,
          given.systemId,
          given.subcategory,
          given.state,
          given.target ?? '',
          given.evidence ?? '',
          given.ownerId ?? null,
          given.evidenceOn ?? null,
          given.reviewOn ?? null,
          this.clock.now(),
        ],
      );
      const statement = await this.read(caller, id);
      await this.activity.record(caller, {
        verb: 'rmf_statement.stated',
        subjectKind: 'rmf_statement',
        subjectId: id,
        payload: { version: 1, after: statement },
      });
      return statement!;
    });
  }

  /** @throws Problem 404, 412, 422 for an owner who is no member */
  async edit(caller: MemberCaller, id: string, seen: number, edit: RmfStatementEdit): Promise<RmfStatement> {
    const read = async () => {
      const statement = await this.read(caller, id);
      return statement && { ...statement, ownerId: statement.owner?.id ?? null };
    };
    const before = await this.read(caller, id);
    await checkNamedPeople(this.database, caller, edit, { ownerId: before?.owner?.id });
    await this.edits.apply(
      caller,
      { kind: 'rmf_statement', table: 'rmf_statement', id, columns, changes: edit, read },
      seen,
    );
    const after = await this.read(caller, id);
    if (!after) throw notFound('statement');
    return after;
  }

  private async read(caller: MemberCaller, id: string): Promise<RmfStatement | null> {
    const row = await this.database.first<RmfStatement>(
      `${selection} WHERE r.workspace_id = $1 AND r.id = $2`,
      [caller.workspaceId, id],
    );
    return row && (isoTimes(row) as RmfStatement);
  }
}
