import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Route } from '@plumbline/shared/contract/route';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { ROUTE } from '../endpoint/endpoint.js';
import { Problem } from '../problem/problem.js';

const keptHours = 24;

/**
 * Makes a write repeatable: the first success of an `Idempotency-Key` is kept for 24 h and replayed.
 * Lock, effect and kept answer are one transaction, so a crash leaves either all of it or nothing.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    if (!route?.idempotent || key === undefined || !request.member) return next.handle();
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
      throw new Problem('request/invalid', 'Idempotency-Key takes 1 to 200 visible ASCII characters.');
    }
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(this.once(request, reply, key, () => lastValueFrom(next.handle())));
  }

  private async once(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    handle: () => Promise<unknown>,
  ): Promise<unknown> {
    const { workspaceId, credentialId } = request.member!;
    const scope = [workspaceId, credentialId, key] as const;
    const fingerprint = createHash('sha256')
      .update(`${request.method} ${request.url}\n`)
      .update(Buffer.isBuffer(request.body) ? request.body : JSON.stringify(request.body ?? null))
      .digest('hex');
    return this.database.transaction(async () => {
      const lock = await this.database.first<{ held: boolean }>(
        `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS held`,
        [scope.join('|')],
      );
      if (!lock?.held) {
        throw new Problem(
          'idempotency/in-flight',
          'A request with this Idempotency-Key is still running. Repeat it in a moment to get its answer.',
          { headers: { 'retry-after': '1' } },
        );
      }
      const now = this.clock.now();
      const kept = await this.database.first<{
        fingerprint: string;
        response: unknown;
        status: number | null;
      }>(
        `SELECT fingerprint, response, status FROM idempotency_key
          WHERE workspace_id = $1 AND credential_id = $2 AND key = $3 AND created_at > $4`,
        [...scope, new Date(now.getTime() - keptHours * 3_600_000)],
      );
      if (kept) {
        if (kept.fingerprint !== fingerprint) {
          throw new Problem(
            'idempotency/reused',
            'This Idempotency-Key was used for a different request. Use a new key for a new request.',
          );
        }
        reply.header('idempotency-replayed', 'true');
        if (kept.status !== null) reply.status(kept.status);
        return kept.response;
      }
      const response = await handle();
      await this.database.query(
        `INSERT INTO idempotency_key (workspace_id, credential_id, key, fingerprint, response, created_at, status)
         VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7)
         ON CONFLICT (workspace_id, credential_id, key)
         DO UPDATE SET fingerprint = excluded.fingerprint, response = excluded.response,
                       created_at = excluded.created_at,
                       status = excluded.status`,
        [...scope, fingerprint, JSON.stringify(response ?? null), now, reply.statusCode],
      );
      return response;
    });
  }
}
