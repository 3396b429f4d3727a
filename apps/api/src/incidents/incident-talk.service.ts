import { Injectable } from '@nestjs/common';
import type {
  Comment,
  CommentVersion,
  Evidence,
  IncidentLink,
  NewComment,
  NewEvidence,
  NewIncidentLink,
} from '@plumbline/shared/contract/incident-talk';
import type { Incident } from '@plumbline/shared/contract/incident-record';
import { storeMentions } from '@plumbline/shared/incident/mentions';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { notFound, Problem } from '../platform/problem/problem.js';
import { mentionable } from '../people/names-in.js';
import { commentHistory } from './comment-history.queries.js';
import { IncidentService } from './incident.service.js';
import * as talk from './incident-talk.queries.js';
import { refreshSearchText } from './search-text.js';

/** Comments, evidence and relations. They leave the incident's version alone, so they never conflict with an edit. */
@Injectable()
export class IncidentTalkService {
  constructor(
    private readonly database: Database,
    private readonly activity: ActivityService,
    private readonly incidents: IncidentService,
    private readonly clock: Clock,
  ) {}

  async comment(caller: MemberCaller, key: string, given: NewComment): Promise<Comment> {
    return this.database.transaction(async () => {
      const incident = await this.incidents.get(caller, key);
      const id = newId();
      const { kind, id: authorId, name } = caller.actor;
      const body = await this.stored(caller, given.body);
      await this.database.query(
        `INSERT INTO incident_comment (workspace_id, id, incident_id, author_kind, author_id, author_name, body, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [caller.workspaceId, id, incident.id, kind, authorId, name, body, this.clock.now()],
      );
      await this.record(caller, incident, 'commented', { commentId: id, body });
      return this.readComment(caller, incident, id);
    });
  }

  async editComment(caller: MemberCaller, key: string, id: string, given: NewComment): Promise<Comment> {
    return this.database.transaction(async () => {
      const incident = await this.incidents.get(caller, key);
      const { comment: before, homeId } = await this.findComment(caller, incident, id);
      if (!before.mine) throw new Problem('auth/forbidden', 'Only its author may rewrite a comment.');
      if (before.removed) throw notFound('comment');
      const [was, body] = [await this.stored(caller, before.body), await this.stored(caller, given.body)];
      await this.database.query(
        `UPDATE incident_comment SET body = $3, edited_at = $4 WHERE workspace_id = $1 AND id = $2`,
        [caller.workspaceId, id, body, this.clock.now()],
      );
      await this.record(caller, incident, 'comment_edited', {
        commentId: id,
        before: was,
        after: body,
      });
      await refreshSearchText(this.database, caller.workspaceId, homeId);
      return this.readComment(caller, incident, id);
    });
  }

  /** @throws Problem 404 */
  async history(caller: MemberCaller, key: string, id: string): Promise<{ items: CommentVersion[] }> {
    const incident = await this.incidents.get(caller, key);
    await this.findComment(caller, incident, id);
    return { items: await commentHistory(this.database, caller.workspaceId, id) };
  }

  /** The comment keeps its place; its words are gone from the page, the search and the record of what happened. */
  async removeComment(caller: MemberCaller, key: string, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const incident = await this.incidents.get(caller, key);
      const { comment: before, homeId } = await this.findComment(caller, incident, id);
      if (!before.mayRemove) {
        throw new Problem('auth/forbidden', 'Only its author or an administrator may remove a comment.');
      }
      if (before.removed) return;
      await this.database.query(
        `UPDATE incident_comment SET body = '', removed_at = $3 WHERE workspace_id = $1 AND id = $2`,
        [caller.workspaceId, id, this.clock.now()],
      );
      await this.activity.redact(caller, homeId, { commentId: id });
      await this.activity.redact(caller, incident.id, { commentId: id });
      await refreshSearchText(this.database, caller.workspaceId, homeId);
      await this.record(caller, incident, 'comment_removed', { commentId: id });
    });
  }

  async addEvidence(caller: MemberCaller, key: string, given: NewEvidence): Promise<Evidence> {
    return this.database.transaction(async () => {
      const incident = await this.incidents.get(caller, key);
      const evidence = {
        id: newId(),
        ...given,
        addedBy: caller.actor.name,
        addedAt: this.clock.now().toISOString(),
        file: null,
        mine: true,
        from: null,
      };
      await this.database.query(
        `INSERT INTO incident_evidence (workspace_id, id, incident_id, kind, title, content, added_by_name, added_by_id, added_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          caller.workspaceId,
          evidence.id,
          incident.id,
          evidence.kind,
          evidence.title,
          evidence.content,
          evidence.addedBy,
          caller.actor.id,
          evidence.addedAt,
        ],
      );
      await this.record(caller, incident, 'evidence_added', {
        evidenceId: evidence.id,
        title: evidence.title,
      });
      return evidence;
    });
  }

  /** Gone for good, from the record of what happened too: it may hold what nobody should have pasted. */
  async removeEvidence(caller: MemberCaller, key: string, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const incident = await this.incidents.get(caller, key);
      const found = await talk.readEvidence(this.database, caller, incident.id, id);
      if (!found) throw notFound('evidence');
      if (!found.evidence.mine && !incident.may.triage) {
        throw new Problem(
          'auth/forbidden',
          'Who added it or a triager may remove evidence. Ask one of them.',
        );
      }
      await this.database.query('DELETE FROM incident_evidence WHERE workspace_id = $1 AND id = $2', [
        caller.workspaceId,
        id,
      ]);
      await this.activity.redact(caller, found.homeId, { evidenceId: id });
      await this.activity.redact(caller, incident.id, { evidenceId: id });
      await this.record(caller, incident, 'evidence_removed', { evidenceId: id });
    });
  }

  async addLink(caller: MemberCaller, key: string, given: NewIncidentLink): Promise<IncidentLink> {
    return this.database.transaction(async () => {
      const incident = await this.incidents.get(caller, key);
      const other = await this.incidents.get(caller, given.to).catch(() => {
        throw new Problem('data/unprocessable', `There is no ${given.to}, or you may not see it.`);
      });
      if (other.id === incident.id)
        throw new Problem('data/unprocessable', 'Relate an incident to another one.');
      const id = newId();
      const rows = await this.database.query(
        `INSERT INTO incident_link (workspace_id, id, from_id, to_id, kind, added_by_name, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
        [caller.workspaceId, id, incident.id, other.id, given.kind, caller.actor.name, this.clock.now()],
      );
      if (rows.length === 0) throw new Problem('conflict/duplicate', 'They are related in this way already.');
      await this.record(caller, incident, 'linked', { kind: given.kind, to: other.key });
      return { id, kind: given.kind, outgoing: true, key: other.key, title: other.title };
    });
  }

  async removeLink(caller: MemberCaller, key: string, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const incident = await this.incidents.get(caller, key);
      const link = await talk.removeLink(this.database, caller, incident.id, id);
      if (!link) throw notFound('relation');
      await this.record(caller, incident, 'unlinked', { linkId: id, kind: link.kind });
    });
  }

  /** People are mentioned by name and kept by id, so that a mention follows a new name. */
  private async stored(caller: MemberCaller, body: string): Promise<string> {
    return storeMentions(body, await mentionable(this.database, caller.workspaceId, body));
  }

  private async readComment(caller: MemberCaller, incident: Incident, id: string): Promise<Comment> {
    return (await this.findComment(caller, incident, id)).comment;
  }

  private async findComment(
    caller: MemberCaller,
    incident: Incident,
    id: string,
  ): Promise<{ comment: Comment; homeId: string }> {
    const found = await talk.readComment(this.database, caller, incident.id, id);
    if (!found) throw notFound('comment');
    return found;
  }

  private async record(
    caller: MemberCaller,
    incident: Incident,
    verb: string,
    payload: Record<string, unknown>,
  ): Promise<void> {
    await refreshSearchText(this.database, caller.workspaceId, incident.id);
    await this.activity.record(caller, {
      verb: `incident.${verb}`,
      subjectKind: 'incident',
      subjectId: incident.id,
      payload: { key: incident.key, ...payload },
    });
  }
}
