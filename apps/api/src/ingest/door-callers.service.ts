import { Injectable } from '@nestjs/common';
import type { ApiKeyScope } from '@plumbline/shared/taxonomy/values';
import type { FastifyRequest } from 'fastify';
import { KeyCallers } from '../people/key-callers.service.js';
import { permit } from '../people/permit.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Problem } from '../platform/problem/problem.js';

/** Finds out which tool knocks: tools can send a key in one of three ways, and rarely in all. */
@Injectable()
export class DoorCallers {
  constructor(private readonly keys: KeyCallers) {}

  /** @throws Problem 401 without a key that is known */
  async who(request: FastifyRequest): Promise<MemberCaller> {
    request.member ??= await this.keys.recognise(`Bearer ${keyOf(request)}`, request.id);
    return request.member;
  }

  /** @throws Problem 401 without a key that is known, 403 when it may not do this */
  async recognise(request: FastifyRequest, scope: ApiKeyScope): Promise<MemberCaller> {
    const caller = await this.who(request);
    permit(caller, { role: 'reporter', scope });
    return caller;
  }
}

/** From `Authorization: Bearer`, `X-API-Key`, or the password of `Authorization: Basic` beside any user. */
function keyOf({ headers }: FastifyRequest): string {
  const given = headers['x-api-key'];
  if (typeof given === 'string' && given) return given;
  const [scheme, value] = (headers.authorization ?? '').split(/ +/, 2);
  if (/^bearer$/i.test(scheme ?? '') && value) return value;
  if (/^basic$/i.test(scheme ?? '') && value) {
    const [, password] = /^[^:]*:(.*)$/s.exec(Buffer.from(value, 'base64').toString()) ?? [];
    if (password) return password;
  }
  throw new Problem(
    'auth/required',
    'Send the key of the source: as "Authorization: Bearer plk_...", as "X-API-Key", or as the password of Basic.',
    { headers: { 'www-authenticate': 'Bearer' } },
  );
}
