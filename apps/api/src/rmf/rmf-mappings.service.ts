import { Injectable } from '@nestjs/common';
import type { NewRmfMapping, RmfMapping, RmfMappingEdit } from '@plumbline/shared/contract/rmf';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Edits } from '../activity/edits.js';
import { IncidentService } from '../incidents/incident.service.js';
import { checkNamedPeople } from '../people/named-people.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { notFound } from '../platform/problem/problem.js';

const columns = {
  assessment: 'assessment',
  evidence: 'evidence',
  ownerId: 'owner_id',
  dueOn: 'due_on',
} as const;

const selection = `
  SELECT r.id, r.subcategory, r.assessment, r.evidence, r.due_on::text AS "dueOn", r.version,
         r.created_at AS "createdAt", r.updated_at AS "updatedAt",
         CASE WHEN r.owner_id IS NULL THEN NULL ELSE jsonb_build_object('id', p.id, 'name', p.name) END AS owner
    FROM rmf_mapping r LEFT JOIN person p ON p.id = r.owner_id`;

/** What incidents say about NIST AI RMF subcategories. Seen by whoever may see the incident. */
@Injectable()
export class RmfMappingsService {
  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentService,
    private readonly activity: ActivityService,
    private readonly edits: Edits,
    private readonly clock: Clock,
  ) {}

  async list(caller: MemberCaller, key: string): Promise<{ items: RmfMapping[] }> {
    const incident = await this.incidents.get(caller, key);
    const rows = await this.database.query<RmfMapping>(
      `${selection} WHERE r.workspace_id = $1 AND r.incident_id = $2 ORDER BY r.created_at, r.id`,
      [caller.workspaceId, incident.id],
    );
    return { items: rows.map((row) => isoTimes(row) as RmfMapping) };
  }

  async add(caller: MemberCaller, key: string, given: NewRmfMapping): Promise<RmfMapping> {
    return this.database.transaction(async () => {
      await checkNamedPeople(this.database, caller, given);
      const incident = await this.incidents.get(caller, key);
      const id = newId();
      await this.database.query(
        `INSERT INTO rmf_mapping (workspace_id, id, incident_id, subcategory, assessment, evidence, owner_id, due_on,
                                  created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
        [
          caller.workspaceId,
          id,
          incident.id,
          given.subcategory,
          given.assessment,
          given.evidence,
          given.ownerId,
          given.dueOn,
          this.clock.now(),
        ],
      );
      await this.record(caller, incident.id, 'rmf_assessed', given);
      return this.find(caller, incident.id, id);
    });
  }

  /** @throws Problem 404, 412, 422 for an owner who is no member */
  async edit(
    caller: MemberCaller,
    key: string,
    id: string,
    seen: number,
    edit: RmfMappingEdit,
  ): Promise<RmfMapping> {
    const incident = await this.incidents.get(caller, key);
    const read = async () => {
      const mapping = await this.read(caller, incident.id, id);
      return mapping && { ...mapping, ownerId: mapping.owner?.id ?? null };
    };
    return this.database.transaction(async () => {
      const before = await this.find(caller, incident.id, id);
      await checkNamedPeople(this.database, caller, edit, { ownerId: before.owner?.id });
      const { version, subcategory, assessment } = await this.edits.apply(
        caller,
        { kind: 'assessment', table: 'rmf_mapping', id, columns, changes: edit, read },
        seen,
      );
      if (version !== before.version)
        await this.record(caller, incident.id, 'rmf_assessment_edited', {
          subcategory,
          was: before.assessment,
          assessment,
        });
      return this.find(caller, incident.id, id);
    });
  }

  async remove(caller: MemberCaller, key: string, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const incident = await this.incidents.get(caller, key);
      const { subcategory, assessment } = await this.find(caller, incident.id, id);
      await this.database.query('DELETE FROM rmf_mapping WHERE workspace_id = $1 AND id = $2', [
        caller.workspaceId,
        id,
      ]);
      await this.record(caller, incident.id, 'rmf_assessment_removed', { subcategory, assessment });
    });
  }

  private async find(caller: MemberCaller, incidentId: string, id: string): Promise<RmfMapping> {
    const mapping = await this.read(caller, incidentId, id);
    if (!mapping) throw notFound('assessment');
    return mapping;
  }

  private async read(caller: MemberCaller, incidentId: string, id: string): Promise<RmfMapping | null> {
    const row = await this.database.first<RmfMapping>(
      `${selection} WHERE r.workspace_id = $1 AND r.incident_id = $2 AND r.id = $3`,
      [caller.workspaceId, incidentId, id],
    );
    return row && (isoTimes(row) as RmfMapping);
  }

  private record(caller: MemberCaller, incidentId: string, act: string, payload: object): Promise<number> {
    return this.activity.record(caller, {
      verb: `incident.${act}`,
      subjectKind: 'incident',
      subjectId: incidentId,
      payload: { ...payload },
    });
  }
}
