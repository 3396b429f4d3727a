import { fits } from './give-way.js';

const megabyte = 1024 * 1024;
const idle = { waiting: 0, bytes: 0 };

test('idle, everything fits, also the largest', () => {
  for (const gives of ['first', 'next', 'last'] as const) expect(fits(gives, idle, 50 * megabyte)).toBe(true);
});

test.each<[number, number, string]>([
  [11, 1, 'first next last'],
  [12, 1, 'next last'],
  [24, 1, 'last'],
  [400, 1, ''],
  [0, 12, 'next last'],
  [0, 24, 'last'],
  [0, 48, ''],
])('%s waiting, %s MB under way: taken is what gives way later', (waiting, megabytes, taken) => {
  const load = { waiting, bytes: megabytes * megabyte };
  expect((['first', 'next', 'last'] as const).filter((gives) => fits(gives, load, 1)).join(' ')).toBe(taken);
});
