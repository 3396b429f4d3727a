import { slugFrom } from './slug-from.js';

test.each([
  ['Northwind', 'northwind'],
  ['Café Nord', 'cafe-nord'],
  ['  R&D / Zürich  ', 'r-d-zurich'],
  ['東京', 'workspace'],
  ['-- --', 'workspace'],
  ['a'.repeat(80), 'a'.repeat(44)],
  [`${'a'.repeat(43)} b`, 'a'.repeat(43)],
])('the workspace %j gets the address %j', (name, slug) => {
  expect(slugFrom(name)).toBe(slug);
});
