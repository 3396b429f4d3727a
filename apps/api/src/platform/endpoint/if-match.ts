import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem/problem.js';

/** Reads `If-Match: "7"` (or `W/"7"`). @throws Problem 428 when missing, 400 when it is not a version */
export function readIfMatch(header: string | undefined): number {
  if (header === undefined) {
    throw new Problem(
      'conflict/precondition-required',
      'Send the version you saw as If-Match, for example If-Match: "7". Every record carries its version.',
    );
  }
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim());
  if (!match) throw new Problem('request/invalid', 'If-Match must hold one version, for example "7".');
  return Number(match[1]);
}

/** The version that the client edited. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number =>
  readIfMatch(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);
