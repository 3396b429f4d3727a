import { facets } from '../contract/incident-label.js';
import { referenceCases } from '../taxonomy/reference-cases.js';
import { proposeSubcategories } from './rmf-proposals.js';

const signsOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([facet, value]) => ({ facet, value }));

test.each(referenceCases.map((one) => [one.id, one] as const))('what is proposed for %s', (_, { labels }) => {
  const proposals = proposeSubcategories(signsOf(labels));
  expect(proposals.length).toBeGreaterThan(0);
  expect(proposals.length).toBeLessThanOrEqual(3);
  expect(proposals.map(({ subcategory, assessment }) => `${subcategory} ${assessment}`)).toMatchSnapshot();
});

test('every answer to mechanism but "other" and "undetermined" proposes something', () => {
  const silent = facets.mechanism.values.options.filter(
    (value) => proposeSubcategories([{ facet: 'mechanism', value }]).length === 0,
  );
  expect(silent).toEqual(['other', 'undetermined']);
});

test.each(facets.powerSeeking.values.options)('%s calls for a way to override first', (value) => {
  const [first] = proposeSubcategories(signsOf({ powerSeeking: value, mechanism: 'sycophancy' }));
  expect(first).toMatchObject({ subcategory: 'MANAGE 2.4' });
});

test('what it is assessed by already is not proposed again, and nothing is proposed for nothing', () => {
  const signs = signsOf({ mechanism: 'sycophancy', detectionSignal: 'preference_gap' });
  expect(proposeSubcategories(signs)[0]!.subcategory).toBe('MEASURE 2.13');
  expect(proposeSubcategories(signs, ['MEASURE 2.13']).map(({ subcategory }) => subcategory)).not.toContain(
    'MEASURE 2.13',
  );
  expect(proposeSubcategories([])).toEqual([]);
});
