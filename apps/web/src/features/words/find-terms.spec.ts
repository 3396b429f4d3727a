import { vocabularies } from '@plumbline/shared/taxonomy/terms/vocabularies';
import { findTerms } from './find-terms.js';

const found = (query: string) =>
  findTerms(vocabularies, query).flatMap(({ id, terms }) =>
    Object.keys(terms).map((value) => `${id}.${value}`),
  );

test('an empty query finds every word', () => {
  expect(found('  ')).toHaveLength(found('').length);
  expect(found('').length).toBeGreaterThan(200);
});

test('all words of a query must be there, in any order and case', () => {
  expect(found('Goodhart intent hand')).toContain('goodhartMode.causal');
  expect(found('flatters AGREES')).toEqual(['manifestation.sycophancy']);
  expect(found('no such word anywhere')).toEqual([]);
});
