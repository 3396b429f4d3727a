import { problemCodes, type FieldProblem, type ProblemCode } from '@plumbline/shared/contract/problem';

export interface ProblemExtras {
  errors?: FieldProblem[];
  headers?: Record<string, string>;
  /** Extension members of the problem body, such as `current` on a stale edit. */
  members?: Record<string, unknown>;
}

/** A refusal with a sentence that says what to do. The filter turns it into RFC 9457 problem+json. */
export class Problem extends Error {
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(`${code}: ${detail}`);
    this.status = problemCodes[code][0];
  }
}

/** The answer for what is not there, and for what this caller may not know is there. */
export function notFound(what: string): Problem {
  return new Problem('request/not-found', `There is no such ${what}, or you may not see it.`);
}
