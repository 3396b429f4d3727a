import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Problem } from '../platform/problem/problem.js';
import { ApiKeysQueries, type PresentedKey } from './api-keys.queries.js';
import { digestOf, isApiKey, isRoutingKey } from './secrets.js';

/** "Last used" is true to this many milliseconds; most requests then write nothing. */
const usedPrecision = 60_000;

/** Turns an API key into the one who acts. */
@Injectable()
export class KeyCallers {
  constructor(
    private readonly queries: ApiKeysQueries,
    private readonly clock: Clock,
  ) {}

  /** @param header the whole `Authorization` header @throws Problem 401 with what is wrong with the key */
  async recognise(header: string, requestId: string): Promise<MemberCaller> {
    const text = /^Bearer +(\S+) *$/i.exec(header)?.[1];
    if (!text) throw bad('Send the key as "Authorization: Bearer plk_...".');
    if (!isApiKey(text))
      throw bad('This is not a whole Plumbline key. Copy it again, from plk_ to its last letter.');
    const key = await this.queries.byHash(digestOf(text), 'api_key');
    if (!key) throw bad('This key is not known here. Make one under Settings, API keys.');
    await this.takeUp(key);
    return callerOf(key, requestId);
  }

  /** A tool that can only send a routing key, in the body. @throws Problem 401 with what is wrong with it */
  async recogniseRoutingKey(text: string, requestId: string): Promise<MemberCaller> {
    const key = isRoutingKey(text) ? await this.queries.byHash(digestOf(text), 'routing_key') : null;
    if (!key) throw bad("'routing_key' is none of ours. Copy it again from the page of the source.");
    await this.takeUp(key);
    return callerOf(key, requestId);
  }

  private async takeUp(key: PresentedKey): Promise<void> {
    const at = this.clock.now();
    if (key.revokedAt) throw bad(`The key "${key.name}" was revoked. Make another under Settings, API keys.`);
    if (key.expiresAt && key.expiresAt <= at)
      throw bad(`The key "${key.name}" has expired. Make another under Settings, API keys.`);
    if (!key.lastUsedAt || at.getTime() - key.lastUsedAt.getTime() > usedPrecision)
      await this.queries.used(key.workspaceId, key.id, at);
  }
}

function callerOf(key: PresentedKey, requestId: string): MemberCaller {
  return {
    workspaceId: key.workspaceId,
    workspaceSlug: key.slug,
    actor: { kind: 'key', id: key.id, name: key.name },
    role: key.role,
    scopes: key.scopes,
    personId: null,
    teamIds: [],
    credentialId: key.id,
    requestId,
  };
}

function bad(detail: string): Problem {
  return new Problem('auth/bad-key', detail, { headers: { 'www-authenticate': 'Bearer' } });
}
