import { keyAfter, rowsToShow } from './queue-order.js';

const row = (key: string, severity: 'sev1' | 'sev2' | null, reportedAt: string) => ({
  id: key,
  key,
  version: 1,
  severity,
  reportedAt,
});
const worst = row('INC-4', 'sev1', '2026-11-20T09:00:00Z');
const newer = row('INC-9', 'sev2', '2026-11-24T09:00:00Z');
const older = row('INC-2', 'sev2', '2026-11-19T09:00:00Z');
const unrated = row('INC-8', null, '2026-11-25T09:00:00Z');
const all = [worst, newer, older, unrated];
const keys = (rows: { key: string }[]): string[] => rows.map(({ key }) => key);

test('what was decided is gone before the server says so, what was taken back is in its place before', () => {
  expect(keys(rowsToShow(all, new Map(), []))).toEqual(['INC-4', 'INC-9', 'INC-2', 'INC-8']);
  expect(keys(rowsToShow(all, new Map([['INC-9', 1]]), []))).toEqual(['INC-4', 'INC-2', 'INC-8']);
  expect(keys(rowsToShow([worst, unrated], new Map(), [older, newer]))).toEqual(keys(all));
  expect(keys(rowsToShow(all, new Map(), [older]))).toEqual(keys(all));
});

test('what comes back later, changed, is shown again', () => {
  expect(keys(rowsToShow([{ ...newer, version: 3 }], new Map([['INC-9', 1]]), []))).toEqual(['INC-9']);
});

test.each<[string, string[], string | null]>([
  ['INC-4', ['INC-4'], 'INC-9'],
  ['INC-9', ['INC-9', 'INC-2'], 'INC-8'],
  ['INC-8', ['INC-8'], 'INC-2'],
  ['INC-2', ['INC-4'], 'INC-2'],
  ['INC-9', ['INC-4', 'INC-9', 'INC-2', 'INC-8'], null],
])('at %s, when %j leave, comes %s', (active, leaving, next) => {
  expect(keyAfter(all, leaving, active)).toBe(next);
});
