import { activeFilters, filterWords, readFilter } from './incident-filter.js';

const nameOf = (id: string) => ({ me: 'me', '0192': 'Feed ranker' })[id];

test.each<[string, Record<string, unknown>, Record<string, string>]>([
  [
    'knows its own names',
    { state: 'pending', severity: 'sev1,sev2' },
    { state: 'pending', severity: 'sev1,sev2' },
  ],
  ['drops strangers', { state: 'pending', cursor: 'x', utm: 'y' }, { state: 'pending' }],
  ['drops what is empty', { q: '', tag: 'launch' }, { tag: 'launch' }],
  ['takes a word that an address turned into a number', { q: 42 }, { q: '42' }],
])('the address %s', (_, search, filter) => {
  expect(readFilter(search)).toEqual(filter);
});

test.each([
  ['severity', 'sev1,sev2', 'Severity: Severity 1, Severity 2'],
  ['system', '0192', 'System: Feed ranker'],
  ['rmf', 'MEASURE 2', 'NIST AI RMF: MEASURE 2'],
])('%s=%s reads "%s"', (name, value, words) => {
  expect(filterWords(name, value, nameOf)).toBe(words);
});

test('the sort cuts nothing', () => {
  expect(activeFilters({ sort: 'severity', state: 'pending' })).toEqual([['state', 'pending']]);
});
