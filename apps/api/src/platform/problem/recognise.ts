import { HttpException } from '@nestjs/common';
import { Problem } from './problem.js';

const byStatus: Record<number, () => Problem> = {
  400: () => new Problem('request/malformed', 'The request could not be read. Check its address and body.'),
  401: () => new Problem('auth/required', 'Sign in, or send an API key as "Authorization: Bearer plk_...".'),
  403: () => new Problem('auth/forbidden', 'You may not do this here.'),
  404: () => new Problem('request/not-found', 'There is nothing at this address.'),
  405: () => new Problem('request/method-not-allowed', 'This address does not take that method.'),
  408: () => new Problem('request/timeout', 'The request did not arrive in time. Send it again.'),
  413: () => new Problem('request/too-large', 'The body is larger than this address takes.'),
  414: () => new Problem('request/malformed', 'The address is too long.'),
  415: () =>
    new Problem('request/unsupported-type', 'Send JSON with the header "Content-Type: application/json".'),
  431: () => new Problem('request/headers-too-large', 'The headers are too large.'),
  503: () =>
    new Problem('server/unavailable', 'The service is stopping or overloaded. Try again in a moment.', {
      headers: { 'retry-after': '5' },
    }),
};

const notAsTaken = (): Problem =>
  new Problem('request/invalid', 'A value is not written as it is taken here. Check ids, times and cursors.');

/** PostgreSQL says these of the input, not of us: value too long, out of range, bad encoding, broken reference. */
const databaseRefusals: Record<string, () => Problem> = {
  '22001': () => new Problem('data/unprocessable', 'A text is longer than it may be.'),
  '22P02': notAsTaken,
  '22007': notAsTaken,
  '22008': notAsTaken,
  '22003': () => new Problem('data/unprocessable', 'A number is out of range.'),
  '22021': () => new Problem('data/unprocessable', 'A text holds characters that cannot be stored.'),
  '22P05': () => new Problem('data/unprocessable', 'A text holds characters that cannot be stored.'),
  '23505': () => new Problem('conflict/duplicate', 'Something with the same name or key exists already.'),
  '40001': () => new Problem('conflict/state', 'Someone else changed this at the same moment. Try again.'),
  '40P01': () => new Problem('conflict/state', 'Someone else changed this at the same moment. Try again.'),
};

interface Fault {
  code?: string;
  detail?: string;
}

/** A broken reference, told by the name of what is missing: `Key (workspace_id, team_id)=(…) is not present in table "team"`. */
function missing({ detail }: Fault): Problem {
  const table = /is not present in table "(\w+)"/.exec(detail ?? '')?.[1];
  const what = table?.replace(/^ai_/, '').replaceAll('_', ' ');
  return new Problem(
    'data/unprocessable',
    `It refers to ${what ? `a ${what}` : 'something'} that does not exist here (any more).`,
  );
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08001',
]);

/** Finds the problem behind anything thrown; null when it is a fault of ours. */
export function recognise(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) return byStatus[error.getStatus()]?.() ?? null;
  if (typeof error !== 'object' || error === null) return null;
  const fault = error as Fault & { statusCode?: number; driverError?: Fault };
  const code = fault.driverError?.code ?? fault.code;
  if (code === '23503') return missing(fault.driverError ?? fault);
  if (code && databaseRefusals[code]) return databaseRefusals[code]();
  if (code && unreachable.has(code)) {
    return new Problem('server/unavailable', 'The database cannot be reached. Try again in a moment.', {
      headers: { 'retry-after': '5' },
    });
  }
  return fault.statusCode ? (byStatus[fault.statusCode]?.() ?? null) : null;
}
