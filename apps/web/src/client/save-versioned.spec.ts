import { ProblemError } from './problem-error.js';
import { changesOf, EditConflict, saveVersioned } from './save-versioned.js';

const stale = (changed: string[]) =>
  new ProblemError({
    type: 'about:blank',
    title: 'Changed meanwhile',
    status: 412,
    detail: '',
    code: 'conflict/stale',
    requestId: 'r',
    current: { version: 7 },
    changed,
  });

/** A server that is at version 7 already. */
const server = (changed: string[]) => async (version: number) => {
  if (version !== 7) throw stale(changed);
  return { version: 8 };
};

test.each([
  ['nothing', { a: 1, b: [1] }, { a: 1, b: [1] }, {}],
  ['a value and a list', { a: 1, b: [1] }, { a: 2, b: [1, 2] }, { a: 2, b: [1, 2] }],
])('changed is %s', (_, before, after, changes) => expect(changesOf(before, after)).toEqual(changes));

test('fields that nobody else touched are saved on top', async () => {
  await expect(saveVersioned(3, { name: 'x' }, server(['stage']))).resolves.toEqual({ version: 8 });
});

test('the same field asks a person, who may then save over it', async () => {
  const attempt = saveVersioned(3, { name: 'x' }, server(['name', 'stage']));
  const conflict = await attempt.catch((error: unknown) => error as EditConflict<{ version: number }>);
  expect(conflict).toBeInstanceOf(EditConflict);
  const { current, fields } = conflict as EditConflict<{ version: number }>;
  expect(fields).toEqual(['name']);
  await expect(saveVersioned(current.version, { name: 'x' }, server([]))).resolves.toEqual({ version: 8 });
});

test('other refusals pass through', async () => {
  const refused = new Error('no');
  await expect(saveVersioned(3, {}, () => Promise.reject(refused))).rejects.toBe(refused);
});
