import {
  categoryOfRmf,
  functionOfRmf,
  rmfCategories,
  rmfFunctions,
  rmfSubcategories,
  type RmfSubcategory,
} from './rmf.js';

const subcategories = Object.keys(rmfSubcategories) as RmfSubcategory[];
const categories = Object.keys(rmfCategories);

test('NIST AI RMF 1.0 has 4 functions, 19 categories and 72 subcategories', () => {
  expect([Object.keys(rmfFunctions).length, categories.length, subcategories.length]).toEqual([4, 19, 72]);
});

test.each([
  ['GOVERN', [7, 3, 2, 3, 2, 2]],
  ['MAP', [6, 3, 5, 2, 2]],
  ['MEASURE', [3, 13, 3, 3]],
  ['MANAGE', [4, 4, 2, 3]],
])('%s has %j subcategories by category, numbered from 1 without a gap', (name, counts) => {
  const expected = counts.flatMap((count, category) =>
    Array.from({ length: count }, (_, index) => `${name} ${category + 1}.${index + 1}`),
  );
  expect(subcategories.filter((id) => functionOfRmf(id) === name)).toEqual(expected);
});

test('every subcategory belongs to a category that exists', () => {
  expect(subcategories.filter((id) => !categories.includes(categoryOfRmf(id)))).toEqual([]);
});

test('every label is our own, short, and said once', () => {
  const labels = Object.values(rmfSubcategories);
  expect(labels.filter((label) => label.length > 50)).toEqual([]);
  expect(new Set(labels).size).toBe(labels.length);
});
