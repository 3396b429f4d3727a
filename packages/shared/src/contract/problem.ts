import { z } from 'zod';

/**
 * Every way a request can fail: code -> HTTP status and title. The code is stable and may be switched on;
 * the sentence in `detail` says what to do.
 */
export const problemCodes = {
  'request/invalid': [400, 'The request does not fit'],
  'request/malformed': [400, 'The request cannot be read'],
  'request/workspace-missing': [400, 'Which workspace?'],
  'request/not-found': [404, 'Not found'],
  'request/method-not-allowed': [405, 'Method not allowed'],
  'request/too-large': [413, 'Too large'],
  'request/unsupported-type': [415, 'Content type not understood'],
  'request/timeout': [408, 'The request took too long to arrive'],
  'request/too-often': [429, 'Too many requests'],
  'request/headers-too-large': [431, 'The headers are too large'],
  'auth/required': [401, 'Sign in first'],
  'auth/bad-credentials': [401, 'That did not match'],
  'auth/bad-key': [401, 'The API key is not valid'],
  'auth/forbidden': [403, 'Not allowed'],
  'auth/cross-site': [403, 'Refused: the request came from another site'],
  'auth/slow-down': [429, 'Too many attempts'],
  'auth/setup-code': [403, 'The setup code is needed'],
  'setup/done': [409, 'Already set up'],
  'conflict/stale': [412, 'Someone else changed this'],
  'conflict/precondition-required': [428, 'Say which version you saw'],
  'conflict/state': [409, 'Not possible in this state'],
  'conflict/duplicate': [409, 'Already there'],
  'idempotency/in-flight': [409, 'The first attempt is still running'],
  'idempotency/reused': [422, 'The idempotency key was used for another request'],
  'data/unprocessable': [422, 'The data cannot be taken'],
  'server/unavailable': [503, 'Not available right now'],
  'server/unexpected': [500, 'Something went wrong on our side'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof problemCodes;

/** One field that does not fit: where it is and what to write instead. */
export const FieldProblem = z.object({ path: z.string(), message: z.string() });
export type FieldProblem = z.infer<typeof FieldProblem>;

/** RFC 9457 problem details. `detail` is a sentence for people. */
export const ProblemDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(FieldProblem).optional(),
  })
  .meta({ id: 'ProblemDetails' });
export type ProblemDetails = z.infer<typeof ProblemDetails> & Record<string, unknown>;
