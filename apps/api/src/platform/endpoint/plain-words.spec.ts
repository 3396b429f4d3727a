import { z } from 'zod';
import { plainWords } from './plain-words.js';

const schema = z.strictObject({
  title: z.string(),
  count: z.coerce.number().optional(),
  tags: z.array(z.string()).optional(),
  severity: z.enum(['sev1', 'sev2']).optional(),
});
const says = (input: unknown): string =>
  schema.safeParse(input, { error: plainWords }).error!.issues[0]!.message;

test.each<[unknown, string]>([
  [{}, 'This is missing'],
  [{ title: 5 }, 'Write text here, not a number'],
  [{ title: null }, 'Write text here, not null'],
  [[], 'Write an object here, not a list'],
  [{ title: 'x', tags: 'one' }, 'Write a list here, not text'],
  [{ title: 'x', count: 'abc' }, 'Write a number here, not something else'],
  [{ title: 'x', severity: 'sev9' }, 'Choose one of sev1, sev2'],
  [{ title: 'x', nope: 1 }, 'There is no field "nope" here'],
])('%j: %s', (input, words) => expect(says(input)).toBe(words));
