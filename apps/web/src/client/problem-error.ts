import type { FieldProblem, ProblemDetails } from '@plumbline/shared/contract/problem';

/**
 * A refused request, as RFC 9457 problem details. `message` is the sentence for people.
 * Status 0 with code `client/offline` means that the server could not be reached.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly requestId: string;
  readonly errors: FieldProblem[];
  /** Members beyond RFC 9457, such as `current` and `changed` of a 412. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(problem: ProblemDetails) {
    super(problem.detail || problem.title);
    const { type, title, status, detail: _detail, code, requestId, errors, ...more } = problem;
    this.type = type;
    this.title = title;
    this.status = status;
    this.code = code;
    this.requestId = requestId;
    this.errors = errors ?? [];
    this.more = more;
  }

  /** What is wrong with one field (`boxes.intended`), or null. */
  fieldMessage(path: string): string | null {
    return this.errors.find((error) => error.path === path)?.message ?? null;
  }
}

/** The problem in an unsuccessful answer, also where a proxy in between answered with a page of its own. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const isProblem = /^application\/(problem\+)?json/.test(response.headers.get('content-type') ?? '');
  const body: unknown = isProblem ? await response.json().catch(() => null) : null;
  if (body && typeof body === 'object' && 'code' in body) return new ProblemError(body as ProblemDetails);
  return new ProblemError({
    type: 'about:blank',
    title: 'Unexpected answer',
    status: response.status,
    detail: `The server answered ${response.status}. Try again in a moment.`,
    code: 'client/unexpected-answer',
    requestId: response.headers.get('x-request-id') ?? '',
  });
}

/** The server could not be reached at all. */
export function offlineProblem(): ProblemError {
  return new ProblemError({
    type: 'about:blank',
    title: 'No connection',
    status: 0,
    detail: 'Plumbline cannot be reached. Nothing was changed; try again when the connection is back.',
    code: 'client/offline',
    requestId: '',
  });
}
