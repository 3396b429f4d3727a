import { vocabularies } from './vocabularies.js';

test.each(vocabularies.map((one) => [one.id, one] as const))(
  '%s: every value is explained',
  (_, { labels, terms }) => {
    expect(Object.keys(terms).sort()).toEqual(Object.keys(labels).sort());
    for (const { definition, test: question, difference, example, source } of Object.values(terms)) {
      expect(definition).toMatch(/\.$/);
      expect(question).toMatch(/\?$/);
      expect(difference.length).toBeGreaterThan(3);
      expect(example.length).toBeGreaterThan(2);
      expect(source.length).toBeGreaterThan(5);
    }
  },
);

test.each(vocabularies.map((one) => [one.id, one] as const))(
  '%s: the nearest neighbour is another value',
  (_, { terms }) => {
    for (const [value, { neighbour }] of Object.entries(terms)) {
      expect(neighbour).not.toBe(value);
      expect(terms).toHaveProperty(neighbour);
    }
  },
);

test('a vocabulary has one id', () => {
  expect(new Set(vocabularies.map(({ id }) => id)).size).toBe(vocabularies.length);
});
