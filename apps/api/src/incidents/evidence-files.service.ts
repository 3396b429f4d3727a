import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Evidence } from '@plumbline/shared/contract/incident-talk';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { notFound, Problem } from '../platform/problem/problem.js';
import { fileKind } from './file-kind.js';
import { IncidentService } from './incident.service.js';
import * as talk from './incident-talk.queries.js';

/** A file with its bytes. */
export interface StoredFile {
  name: string;
  mediaType: string;
  data: Buffer;
}

/** Files that support an incident. They live in the database: seen, backed up and removed as everything else is. */
@Injectable()
export class EvidenceFiles {
  constructor(
    private readonly database: Database,
    private readonly activity: ActivityService,
    private readonly incidents: IncidentService,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404; 400 for an empty file, 415 for one of a kind that is not kept */
  async add(caller: MemberCaller, key: string, name: string, data: Buffer): Promise<Evidence> {
    const incident = await this.incidents.get(caller, key);
    if (data.length === 0)
      throw new Problem('request/invalid', 'The file is empty. Send its bytes as the body.');
    const mediaType = await fileKind(data);
    if (!mediaType)
      throw new Problem(
        'request/unsupported-type',
        'Files are kept as pictures (PNG, JPEG, GIF, WebP, AVIF), PDF, text in UTF-8, ZIP, gzip or Parquet. This is none of them.',
      );
    const id = newId();
    const sha256 = createHash('sha256').update(data).digest();
    await this.database.transaction(async () => {
      await this.database.query(
        `INSERT INTO incident_evidence (workspace_id, id, incident_id, kind, title, content, added_by_name, added_by_id, added_at)
         VALUES ($1, $2, $3, 'file', $4, '', $5, $6, $7)`,
        [caller.workspaceId, id, incident.id, name, caller.actor.name, caller.actor.id, this.clock.now()],
      );
      await this.database.query(
        `INSERT INTO evidence_file (workspace_id, evidence_id, media_type, size_bytes, sha256, data)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [caller.workspaceId, id, mediaType, data.length, sha256, data],
      );
      await this.activity.record(caller, {
        verb: 'incident.evidence_added',
        subjectKind: 'incident',
        subjectId: incident.id,
        payload: {
          key: incident.key,
          evidenceId: id,
          title: name,
          size: data.length,
          sha256: sha256.toString('hex'),
        },
      });
    });
    return (await talk.readEvidence(this.database, caller, incident.id, id))!.evidence;
  }

  /** @throws Problem 404, also for evidence that is no file */
  async read(caller: MemberCaller, key: string, id: string): Promise<StoredFile> {
    const incident = await this.incidents.get(caller, key);
    const found = await talk.readEvidence(this.database, caller, incident.id, id);
    const file =
      found &&
      (await this.database.first<StoredFile>(
        `SELECT e.title AS name, f.media_type AS "mediaType", f.data FROM evidence_file f
           JOIN incident_evidence e ON e.workspace_id = f.workspace_id AND e.id = f.evidence_id
          WHERE f.workspace_id = $1 AND f.evidence_id = $2`,
        [caller.workspaceId, id],
      ));
    if (!file) throw notFound('file');
    return file;
  }
}
