import { Injectable } from '@nestjs/common';
import type { ApiKey, IssuedApiKey, NewApiKey } from '@plumbline/shared/contract/api-key';
import { atLeast } from '@plumbline/shared/incident/abilities';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { notFound, Problem } from '../platform/problem/problem.js';
import { ApiKeysQueries, guardedScopes, type KeyKind } from './api-keys.queries.js';
import { digestOf, newApiKey, newRoutingKey } from './secrets.js';

/** Keys for scripts and tools: everybody who may log may make some, for at most what they may do themselves. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly database: Database,
    private readonly queries: ApiKeysQueries,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  async list(caller: MemberCaller): Promise<{ items: ApiKey[]; next: null }> {
    const own = caller.role === 'admin' ? null : caller.personId;
    return { items: await this.queries.list(caller.workspaceId, own), next: null };
  }

  /** @throws Problem 403 for more than the caller's own rights, 422 for an end in the past */
  async issue(caller: MemberCaller, draft: NewApiKey, kind: KeyKind = 'api_key'): Promise<IssuedApiKey> {
    mayHand(caller, draft);
    const createdAt = this.clock.now();
    if (draft.expiresAt && draft.expiresAt <= createdAt.toISOString())
      throw new Problem('data/unprocessable', 'Choose an end that lies ahead, or none.');
    const { key, prefix } = kind === 'api_key' ? newApiKey() : newRoutingKey();
    const id = newId();
    return this.database.transaction(async () => {
      const scopes = [...new Set(draft.scopes)];
      const row = {
        ...draft,
        scopes,
        id,
        prefix,
        hash: digestOf(key),
        kind,
        createdBy: caller.personId!,
        createdAt,
      };
      await this.queries.insert(caller.workspaceId, row);
      const issued = (await this.queries.byId(caller.workspaceId, id))!;
      await this.record(caller, 'issued', id, { after: issued });
      return { ...issued, key };
    });
  }

  /** @throws Problem 404 also for the key of somebody else, 409 when it is revoked already */
  async revoke(caller: MemberCaller, id: string): Promise<ApiKey> {
    const key = await this.queries.byId(caller.workspaceId, id);
    const mine = caller.role === 'admin' || key?.createdBy.id === caller.personId;
    if (!mine) throw notFound('API key');
    return this.retire(caller, id);
  }

  /** Revokes a key for those who look after what it belongs to, whoever made it. @throws Problem 404, 409 as above */
  async retire(caller: MemberCaller, id: string): Promise<ApiKey> {
    return this.database.transaction(async () => {
      const before = await this.queries.byId(caller.workspaceId, id);
      if (!before) throw notFound('API key');
      if (!(await this.queries.revoke(caller.workspaceId, id, this.clock.now())))
        throw new Problem('conflict/state', 'This key is revoked already.');
      const after = (await this.queries.byId(caller.workspaceId, id))!;
      await this.record(caller, 'revoked', id, { before, after });
      return after;
    });
  }

  private async record(
    caller: MemberCaller,
    verb: string,
    subjectId: string,
    payload: Record<string, unknown>,
  ): Promise<void> {
    await this.activity.record(caller, {
      verb: `api_key.${verb}`,
      subjectKind: 'api_key',
      subjectId,
      payload,
    });
  }
}

function mayHand(caller: MemberCaller, { role, scopes }: NewApiKey): void {
  if (!atLeast(caller.role, role))
    throw new Problem(
      'auth/forbidden',
      `A key may do at most what you may: choose "${caller.role}" or less.`,
    );
  const asked = scopes.filter((scope) => guardedScopes.includes(scope));
  if (asked.length > 0 && caller.role !== 'admin')
    throw new Problem(
      'auth/forbidden',
      `Only an administrator may make a key with ${asked.join(' or ')}. Leave it out, or ask one to make the key.`,
    );
}
