import { problemCodes, type ProblemDetails } from '@plumbline/shared/contract/problem';
import type { Problem } from './problem.js';

/** Writes a problem as RFC 9457 wants it. `type` is a relative reference into our own documentation page. */
export function problemBody(problem: Problem, requestId: string): ProblemDetails {
  const [status, title] = problemCodes[problem.code];
  return {
    type: `/api/docs#problem-${problem.code.replace('/', '-')}`,
    title,
    status,
    detail: problem.detail,
    code: problem.code,
    requestId,
    ...(problem.extras.errors ? { errors: problem.extras.errors } : {}),
    ...problem.extras.members,
  };
}
