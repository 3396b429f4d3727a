import { z } from 'zod';

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

/**
 * Says what a schema misses as a person would: `Write text here, not a number`. A schema's own words go before these;
 * undefined leaves it to zod's.
 */
export function plainWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'This is missing';
      return `Write ${kinds[issue.expected] ?? issue.expected} here, not ${kindOf(issue.input)}`;
    case 'unrecognized_keys':
      return `There is no field ${issue.keys.map((key) => `"${key.slice(0, 100)}"`).join(', ')} here`;
    case 'invalid_value':
      return issue.values.length === 1
        ? `Write ${String(issue.values[0])} here`
        : `Choose one of ${issue.values.map(String).join(', ')}`;
    default:
      return undefined;
  }
}

function kindOf(input: unknown): string {
  if (input === null) return 'null';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'number') return Number.isNaN(input) ? 'something else' : 'a number';
  return kinds[typeof input] ?? 'something else';
}

/** Has every schema of this process speak so. */
export function speakPlainly(): void {
  z.config({ customError: plainWords });
}
