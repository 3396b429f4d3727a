import { notFound, Problem } from '../platform/problem/problem.js';
import { freeKey } from './free-key.js';

const taken =
  (...keys: string[]) =>
  async (key: string) => {
    if (!keys.includes(key)) throw notFound('metric');
  };

test.each([
  ['Win rate, %', [], 'win-rate'],
  ['Win rate', ['win-rate', 'win-rate-2'], 'win-rate-3'],
  ['Zufälligkeit', [], 'zufalligkeit'],
  ['数', [], 'metric'],
  ['数', ['metric'], 'metric-2'],
  ['x'.repeat(80), [], 'x'.repeat(60)],
] as const)('%s beside %j becomes %s', async (name, keys, key) => {
  expect(await freeKey(name, 'metric', 64, taken(...keys))).toBe(key);
});

test('other refusals pass, and it does not try for ever', async () => {
  const refusing = () => Promise.reject(new Problem('auth/forbidden', 'No.'));
  await expect(freeKey('a', 'b', 64, refusing)).rejects.toMatchObject({ code: 'auth/forbidden' });
  await expect(freeKey('a', 'b', 64, () => Promise.resolve())).rejects.toMatchObject({
    code: 'conflict/duplicate',
  });
});
