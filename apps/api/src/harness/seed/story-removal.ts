import { Injectable } from '@nestjs/common';
import type { ExampleStoryRemoved } from '@plumbline/shared/contract/example-story';
import { ActivityService } from '../../activity/activity.service.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import type { MemberCaller } from '../../platform/endpoint/caller.js';
import {
  deleteAll,
  everythingOn,
  readReferences,
  stillNamed,
  type Doomed,
  type Reference,
} from './references.js';
import { storyRequest } from './story-act.js';

/** Who asks for the removal. */
export type StoryRemover = Pick<MemberCaller, 'actor' | 'requestId'>;

/**
 * Removes the example story: its rows and everything that hangs on them go, its entries in the record lose their
 * content, and the removal is itself an entry. What somebody's own incidents use stays and becomes theirs.
 */
@Injectable()
export class StoryRemoval {
  constructor(
    private readonly database: Database,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  async remove(workspaceId: string, remover: StoryRemover): Promise<ExampleStoryRemoved> {
    const references = await readReferences(this.database);
    const kept = [...(await this.keepIncidents(workspaceId)), ...(await this.keepSystems(workspaceId))];
    const incident = await this.ids('incident', workspaceId);
    const ai_system = await this.ids('ai_system', workspaceId);
    const mitigation = await this.mitigations(workspaceId, incident);
    const roots = { incident, ai_system, mitigation };
    const doomed = await everythingOn(this.database, workspaceId, references, roots);
    await deleteAll(this.database, workspaceId, references, doomed);
    kept.push(...(await this.removeTeams(workspaceId, references)));
    kept.push(...(await this.removePeople(workspaceId, references)));
    const redacted = await this.redact(workspaceId, doomed);
    const removed = { incidents: incident.length, systems: ai_system.length, kept };
    await this.activity.record(
      { workspaceId, ...remover },
      {
        verb: 'example_story.removed',
        subjectKind: 'workspace',
        subjectId: workspaceId,
        payload: { ...removed, redacted },
      },
    );
    return { removedAt: this.clock.now().toISOString(), ...removed };
  }

  /** An incident that somebody's own one duplicates stays, and whatever that one duplicates. */
  private async keepIncidents(workspaceId: string): Promise<string[]> {
    const rows = await this.database.query<{ key: string }>(
      `WITH RECURSIVE kept AS (
         SELECT duplicate_of_id AS id FROM incident
          WHERE workspace_id = $1 AND NOT example AND duplicate_of_id IS NOT NULL
         UNION
         SELECT i.duplicate_of_id FROM incident i JOIN kept USING (id)
          WHERE i.workspace_id = $1 AND i.duplicate_of_id IS NOT NULL
       )
       UPDATE incident SET example = false WHERE workspace_id = $1 AND example AND id IN (SELECT id FROM kept)
       RETURNING 'INC-' || number AS key`,
      [workspaceId],
    );
    return rows.map(({ key }) => key);
  }

  /** A system that somebody's own incident is about stays whole: with its objectives, metrics, pairs and values. */
  private async keepSystems(workspaceId: string): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      `WITH own AS (SELECT id, objective_id FROM incident WHERE workspace_id = $1 AND NOT example)
       UPDATE ai_system SET example = false WHERE workspace_id = $1 AND example AND id IN (
         SELECT s.system_id FROM incident_system s JOIN own ON own.id = s.incident_id WHERE s.workspace_id = $1
         UNION SELECT m.system_id FROM incident_metric l JOIN own ON own.id = l.incident_id
                 JOIN metric m ON m.workspace_id = $1 AND m.id = l.metric_id WHERE l.workspace_id = $1
         UNION SELECT p.system_id FROM incident_pair l JOIN own ON own.id = l.incident_id
                 JOIN metric_pair p ON p.workspace_id = $1 AND p.id = l.pair_id WHERE l.workspace_id = $1
         UNION SELECT o.system_id FROM objective o JOIN own ON own.objective_id = o.id WHERE o.workspace_id = $1
       ) RETURNING name`,
      [workspaceId],
    );
    return rows.map(({ name }) => name);
  }

  private async ids(table: 'incident' | 'ai_system', workspaceId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM ${table} WHERE workspace_id = $1 AND example`,
      [workspaceId],
    );
    return rows.map(({ id }) => id);
  }

  /** The story's own mitigations, except where they have come to treat somebody's own incident. */
  private async mitigations(workspaceId: string, going: string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT m.id FROM mitigation m
        WHERE m.workspace_id = $1
          AND EXISTS (SELECT FROM activity a WHERE a.workspace_id = $1 AND a.subject_id = m.id AND a.request_id = $3)
          AND NOT EXISTS (SELECT FROM incident_mitigation l WHERE l.workspace_id = $1 AND l.mitigation_id = m.id
                             AND NOT l.incident_id = ANY ($2))`,
      [workspaceId, going, storyRequest],
    );
    return rows.map(({ id }) => id);
  }

  /** A team that something still belongs to stays. */
  private async removeTeams(workspaceId: string, references: Reference[]): Promise<string[]> {
    const teams = await this.database.query<{ id: string; name: string }>(
      'SELECT id, name FROM team WHERE workspace_id = $1 AND example',
      [workspaceId],
    );
    const ids = teams.map(({ id }) => id);
    const named = await stillNamed(this.database, references, 'team', ids, ['team_member']);
    const gone = ids.filter((id) => !named.has(id));
    await this.database.query('DELETE FROM team WHERE workspace_id = $1 AND id = ANY ($2)', [
      workspaceId,
      gone,
    ]);
    await this.database.query('UPDATE team SET example = false WHERE workspace_id = $1 AND example', [
      workspaceId,
    ]);
    return teams.filter(({ id }) => named.has(id)).map(({ name }) => name);
  }

  /** Somebody of the story who by now owns something of one's own stays a member. */
  private async removePeople(workspaceId: string, references: Reference[]): Promise<string[]> {
    const members = await this.database.query<{ id: string; name: string }>(
      `SELECT p.id, p.name FROM member m JOIN person p ON p.id = m.person_id
        WHERE m.workspace_id = $1 AND m.example ORDER BY p.name`,
      [workspaceId],
    );
    const ids = members.map(({ id }) => id);
    const busy = await stillNamed(this.database, references, 'member', ids, ['team_member']);
    const gone = ids.filter((id) => !busy.has(id));
    await this.database.query('DELETE FROM member WHERE workspace_id = $1 AND person_id = ANY ($2)', [
      workspaceId,
      gone,
    ]);
    await this.database.query('UPDATE member SET example = false WHERE workspace_id = $1 AND example', [
      workspaceId,
    ]);
    const elsewhere = await stillNamed(this.database, references, 'person', gone);
    await this.database.query('DELETE FROM person WHERE id = ANY ($1)', [
      gone.filter((id) => !elsewhere.has(id)),
    ]);
    return members.filter(({ id }) => busy.has(id)).map(({ name }) => name);
  }

  /** The entries keep their place and their hash; what they told is gone. @returns how many */
  private async redact(workspaceId: string, doomed: Doomed): Promise<number> {
    const subjects = [...doomed.values()].flatMap((columns) => [...(columns.get('id') ?? [])]);
    const rows = await this.database.query(
      `UPDATE activity SET payload = NULL
        WHERE workspace_id = $1 AND payload IS NOT NULL AND (subject_id = ANY ($2) OR request_id = $3) RETURNING seq`,
      [workspaceId, subjects, storyRequest],
    );
    return rows.length;
  }
}
