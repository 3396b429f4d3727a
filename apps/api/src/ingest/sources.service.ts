import { Injectable } from '@nestjs/common';
import type { NewSource, Source, SourceChanges, SourceWithKey } from '@plumbline/shared/contract/source';
import type { ApiKeyScope } from '@plumbline/shared/taxonomy/values';
import type { ToolKind } from '@plumbline/shared/taxonomy/values/tool';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Edits, type Edit } from '../activity/edits.js';
import { ApiKeysService } from '../people/api-keys.service.js';
import { slugFrom } from '../people/slug-from.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { notFound, Problem } from '../platform/problem/problem.js';
import { SourcesQueries, type SourceAtDoor } from './sources.queries.js';

const columns = {
  name: 'name',
  systemId: 'system_id',
  teamId: 'team_id',
  environment: 'environment',
  grouping: 'grouping',
  settings: 'settings',
  quietAfterHours: 'quiet_after_hours',
  archivedAt: 'archived_at',
};

/** What the key of a tool may do: send, and nothing else. */
const scopes: Record<ToolKind, ApiKeyScope[]> = {
  api: ['signals:write', 'observations:write'],
  alertmanager: ['signals:write'],
  grafana: ['signals:write'],
  webhook: ['signals:write'],
  prometheus: ['observations:write'],
  otlp: ['signals:write', 'observations:write'],
  promptfoo: ['imports:write'],
  cloudevents: ['signals:write'],
  pagerduty: ['signals:write'],
};

/** A key and the one that replaces it. */
const mostKeys = 2;

/** The source of alerts that name none. */
const ownSource = 'api';

/** The tools that push here, and their keys. */
@Injectable()
export class SourcesService {
  constructor(
    private readonly database: Database,
    private readonly queries: SourcesQueries,
    private readonly keys: ApiKeysService,
    private readonly activity: ActivityService,
    private readonly edits: Edits,
    private readonly clock: Clock,
  ) {}

  async list(caller: MemberCaller): Promise<{ items: Source[]; next: null }> {
    return { items: await this.queries.list(caller.workspaceId, this.clock.now()), next: null };
  }

  /** @throws Problem 404 */
  async find(caller: MemberCaller, id: string): Promise<Source> {
    const source = await this.queries.byId(caller.workspaceId, id, this.clock.now());
    if (!source) throw notFound('source');
    return source;
  }

  /** @throws Problem 409 when the address is taken, 422 for a system that is not there */
  async add(caller: MemberCaller, draft: NewSource): Promise<SourceWithKey> {
    return this.database.transaction(async () => {
      const id = newId();
      const slug = draft.slug ?? slugOf(draft);
      const inserted = await this.queries.insert(caller.workspaceId, {
        ...draft,
        id,
        slug,
        createdAt: this.clock.now(),
      });
      if (!inserted)
        throw new Problem(
          'conflict/duplicate',
          `A source has the address "${slug}" already. Choose another name.`,
        );
      const source = await this.find(caller, id);
      await this.activity.record(caller, {
        verb: 'source.added',
        subjectKind: 'source',
        subjectId: id,
        payload: { version: 1, after: source },
      });
      const apiKey = await this.keyFor(caller, source);
      return { source: await this.find(caller, id), apiKey };
    });
  }

  /** @throws Problem 404, 412 */
  async edit(caller: MemberCaller, id: string, seen: number, changes: SourceChanges): Promise<Source> {
    return this.edits.apply(caller, this.editOf(caller, id, changes), seen);
  }

  /** @throws Problem 404, 409 when it is archived already */
  async archive(caller: MemberCaller, id: string): Promise<Source> {
    const source = await this.find(caller, id);
    if (source.archivedAt) throw new Problem('conflict/state', 'This source is archived already.');
    const edit = this.editOf(caller, id, { archivedAt: this.clock.now() }, 'archived');
    return this.edits.apply(caller, edit, source.version);
  }

  /** @throws Problem 404, 409 when it is not archived */
  async restore(caller: MemberCaller, id: string): Promise<Source> {
    const source = await this.find(caller, id);
    if (!source.archivedAt) throw new Problem('conflict/state', 'This source is not archived.');
    return this.edits.apply(
      caller,
      this.editOf(caller, id, { archivedAt: null }, 'restored'),
      source.version,
    );
  }

  /** Makes another key for the tool. @throws Problem 404, 409 when two are in force */
  async issueKey(caller: MemberCaller, id: string): Promise<SourceWithKey> {
    return this.database.transaction(async () => {
      const { keys, ...source } = await this.find(caller, id);
      if (keys.length >= mostKeys)
        throw new Problem(
          'conflict/state',
          'Two keys are in force already, the one of the tool and its successor. Revoke one first.',
        );
      const apiKey = await this.keyFor(caller, { ...source, keys });
      return { source: await this.find(caller, id), apiKey };
    });
  }

  /** @throws Problem 404 for a key that is not of this source, 409 when it is revoked already */
  async revokeKey(caller: MemberCaller, id: string, keyId: string): Promise<Source> {
    await this.find(caller, id);
    if (!(await this.queries.hasKey(caller.workspaceId, id, keyId))) throw notFound('key');
    await this.keys.retire(caller, keyId);
    return this.find(caller, id);
  }

  /** @throws Problem 404 for a source that is not there or takes nothing more */
  async atDoor(caller: MemberCaller, slug: string): Promise<SourceAtDoor> {
    const source = await this.queries.bySlug(caller.workspaceId, slug);
    if (!source || source.archived)
      throw new Problem(
        'request/not-found',
        `There is no source "${slug.slice(0, 48)}" that takes anything. Look under Settings, Sources.`,
      );
    return source;
  }

  /** The source whose tool has this key. @throws Problem 404 where it takes nothing more */
  async ofKey(caller: MemberCaller): Promise<SourceAtDoor> {
    const source = await this.queries.ofKey(caller.workspaceId, caller.credentialId);
    if (source && !source.archived) return source;
    throw new Problem(
      'request/not-found',
      'The source of this key takes nothing any more. Restore it first.',
    );
  }

  /** The one source of a kind, where an address names none. @throws Problem 404 where there is none, or several */
  async onlyOne(caller: MemberCaller, kind: ToolKind): Promise<SourceAtDoor> {
    const [first, second] = await this.queries.ofKind(caller.workspaceId, kind);
    if (first && !second) return first;
    throw new Problem(
      'request/not-found',
      first
        ? 'This workspace has several sources of this kind: use the address that the page of the source shows.'
        : 'This workspace has no source of this kind yet. Add one under Settings, Sources.',
    );
  }

  /** The source that alerts of scripts name; the usual one is made when it is first named. @throws Problem 422 */
  async named(caller: MemberCaller, slug: string): Promise<SourceAtDoor> {
    const found = await this.queries.bySlug(caller.workspaceId, slug);
    if (found && !found.archived) return found;
    if (found || slug !== ownSource)
      throw new Problem('data/unprocessable', `There is no source "${slug}" that takes anything.`);
    const settings = { series: [], webhook: null, events: [] };
    await this.queries.insert(caller.workspaceId, {
      id: newId(),
      slug,
      name: 'API',
      kind: 'api',
      systemId: null,
      teamId: null,
      environment: '',
      grouping: '{{default}}',
      settings,
      quietAfterHours: null,
      createdAt: this.clock.now(),
    });
    return (await this.queries.bySlug(caller.workspaceId, slug))!;
  }

  private async keyFor(caller: MemberCaller, { id, name, kind }: Source): Promise<string> {
    const draft = {
      name: name.slice(0, 80),
      role: 'reporter',
      scopes: scopes[kind],
      expiresAt: null,
    } as const;
    const issued = await this.keys.issue(caller, draft, kind === 'pagerduty' ? 'routing_key' : 'api_key');
    await this.queries.addKey(caller.workspaceId, id, issued.id);
    return issued.key;
  }

  private editOf(
    caller: MemberCaller,
    id: string,
    changes: Edit<Source>['changes'],
    verb?: string,
  ): Edit<Source & { systemId: string | null; teamId: string | null }> {
    const read = async () => {
      const source = await this.queries.byId(caller.workspaceId, id, this.clock.now());
      const teamId = source?.team?.id ?? null;
      return source && { ...source, systemId: source.system?.id ?? null, teamId };
    };
    return { kind: 'source', table: 'source', id, columns, changes, read, verb };
  }
}

/** From the name; from the kind where the name has no letter that an address can hold. */
function slugOf({ name, kind }: NewSource): string {
  return /[a-z0-9]/i.test(name.normalize('NFKD')) ? slugFrom(name) : kind;
}
