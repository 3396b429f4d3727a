import { digestOf, isApiKey, newApiKey, randomText } from './secrets.js';

test('a new key has its shape, is never the same, and begins with what may be shown', () => {
  const { key, prefix } = newApiKey();
  expect(key).toMatch(/^plk_[0-9A-Za-z]{10}_[0-9A-Za-z]{49}$/);
  expect(key.startsWith(`${prefix}_`)).toBe(true);
  expect(newApiKey().key).not.toBe(key);
  expect(isApiKey(key)).toBe(true);
});

test('every single mistyped letter is found without asking the database', () => {
  const { key } = newApiKey();
  const mistyped = [...key].map(
    (letter, place) => key.slice(0, place) + (letter === 'a' ? 'b' : 'a') + key.slice(place + 1),
  );
  expect(mistyped.filter(isApiKey)).toEqual([]);
});

test.each([
  '',
  'plk_',
  'plk_a_b',
  ` ${newApiKey().key}`,
  `${newApiKey().key}0`,
  newApiKey().key.toUpperCase(),
])('%j is no key', (text) => expect(isApiKey(text)).toBe(false));

test('random text uses all letters and digits about equally', () => {
  const counts = new Map<string, number>();
  for (const letter of randomText(62_000)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  expect(counts.size).toBe(62);
  // 1,000 each on average, standard deviation 32: six of them either way.
  expect(Math.min(...counts.values())).toBeGreaterThan(800);
  expect(Math.max(...counts.values())).toBeLessThan(1200);
});

test('what is stored of a secret is its SHA-256', () => {
  expect(digestOf('abc').toString('hex')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
