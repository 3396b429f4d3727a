import { StandardSchemaValidationPipe } from '@nestjs/common';
import { Problem } from '../problem/problem.js';
import { speakPlainly } from './plain-words.js';

speakPlainly();

interface Issue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined;
}

const most = 20;

function pathOf(issue: Issue): string {
  return (issue.path ?? [])
    .map((part) => String(typeof part === 'object' ? part.key : part))
    .join('.')
    .slice(0, 200);
}

/** Turns a schema's complaints into one problem: a sentence for people, a list by field for forms. */
export function invalid(issues: readonly Issue[]): Problem {
  const errors = issues.slice(0, most).map((issue) => ({
    path: pathOf(issue),
    message: issue.message.slice(0, 300),
  }));
  const [first] = errors;
  const place = first?.path ? `"${first.path}": ` : '';
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return new Problem('request/invalid', `${place}${first?.message ?? 'It does not fit'}${more}.`, { errors });
}

/** Validates every `@Body`, `@Query` and `@Param` that names a schema. */
export const validation = new StandardSchemaValidationPipe({ exceptionFactory: invalid });
