import fc from 'fast-check';
import { filterTerms } from './filter-terms.js';
import { readMoment } from './moment.js';
import { parseQuery } from './parse-query.js';
import { printQuery, standsBare } from './print-query.js';
import { queryField, queryFieldNames, type QueryFieldName } from './query-field.js';
import type { QueryTerm } from './query-term.js';

const field = (name: QueryFieldName, values: string[], not = false): QueryTerm => ({
  kind: 'field',
  field: name,
  values,
  not,
});
const words = (text: string, exact = false, not = false): QueryTerm => ({ kind: 'words', text, exact, not });

test.each<[string, QueryTerm[]]>([
  ['', []],
  ['  status:open ', [field('status', ['open'])]],
  ['severity:sev1,sev2 -owner:me', [field('severity', ['sev1', 'sev2']), field('owner', ['me'], true)]],
  ['Severity:"Severity 1"', [field('severity', ['sev1'])]],
  ['kind:near-miss', [field('kind', ['near_miss'])]],
  ['rmf:measure-2.13,"MAP 1"', [field('rmf', ['MEASURE-2.13', 'MAP-1'])]],
  ['owner:"Mateus Carvalho",me', [field('owner', ['Mateus Carvalho', 'me'])]],
  ['key:inc-7,12', [field('key', ['INC-7', 'INC-12'])]],
  ['since:7d until:2026-11-19', [field('since', ['7d']), field('until', ['2026-11-19'])]],
  ['since:2026-11-19T14:20:00+02:00', [field('since', ['2026-11-19T12:20:00.000Z'])]],
  ['sort:-updated', [field('sort', ['-updated'])]],
  ['-is:example', [field('is', ['example'], true)]],
  ['agrees "wrong claims" -bug', [words('agrees'), words('wrong claims', true), words('bug', false, true)]],
  [String.raw`tag:"a\"b","c,d"`, [field('tag', ['a"b', 'c,d'])]],
  ['tag:a,,a,b', [field('tag', ['a', 'b'])]],
  ['""', []],
])('%j is understood', (text, terms) => {
  expect(parseQuery(text)).toEqual({ terms, errors: [] });
});

test.each<[string, string, string]>([
  ['sevrity:sev1', 'sevrity:', 'No field “sevrity”. Did you mean “severity”?'],
  ['x http://y', 'http:', 'No field “http”. To search for the words themselves, put them in quotes.'],
  ['severity:sev1,sev9', 'sev9', '“sev9” is no answer to “severity”. Did you mean “sev1”?'],
  ['status:pending', 'pending', '“pending” is no answer to “status”. That is state:pending.'],
  ['is:blue', 'blue', '“blue” is no answer to “is”. Write one of restricted, example, confirmed.'],
  ['status:', 'status:', 'Write an answer right after “status:”.'],
  ['a "b c', '"b c', 'Close the quote that begins here.'],
  [
    'rmf:MEASURE-x',
    'MEASURE-x',
    '“MEASURE-x” is not in NIST AI RMF. Write MEASURE, MEASURE-2 or MEASURE-2.13.',
  ],
  ['key:seven', 'seven', '“seven” is no incident. Write key:INC-7.'],
  ['-', '-', 'Write what to leave out right after the minus.'],
  ['-sort:severity', '-sort:severity', '“sort” cannot be turned round with a minus.'],
  ['sort:severity sort:reported', 'sort:reported', 'Say “sort” once, with one answer.'],
])('%j is refused at its place', (text, place, message) => {
  const { errors } = parseQuery(text);
  expect(errors.map(({ from, to, message: said }) => [text.slice(from, to), said])).toEqual([
    [place, message],
  ]);
});

test('what is understood stays beside what is not', () => {
  expect(parseQuery('status:open sevrity:x agree').terms).toEqual([
    field('status', ['open']),
    words('agree'),
  ]);
  expect(parseQuery('since:2026-02-30').errors[0]!.message).toContain('is no time');
});

const values: Record<string, fc.Arbitrary<string>> = {
  rmf: fc.constantFrom('GOVERN', 'MAP-1', 'MEASURE-2.13'),
  moment: fc.constantFrom('today', 'yesterday', '7d', '3mo', '2026-11-19', '2026-11-19T12:20:00.000Z'),
  incident: fc.integer({ min: 1, max: 999_999_999 }).map((number) => `INC-${number}`),
};
const freeText = fc
  .string({ unit: fc.constantFrom(...'aZ -,:"\\\'é漢%_'), minLength: 1, maxLength: 12 })
  .filter((text) => text.trim() === text && !/^(me|nobody)$/i.test(text));

const anyField = fc.constantFrom(...queryFieldNames.filter((name) => name !== 'sort')).chain((name) => {
  const { answer, values: known } = queryField(name);
  const one = known ? fc.constantFrom(...Object.keys(known)) : (values[answer] ?? freeText);
  return fc
    .record({ values: fc.uniqueArray(one, { minLength: 1, maxLength: 4 }), not: fc.boolean() })
    .map((rest): QueryTerm => ({ kind: 'field', field: name, ...rest }));
});
const anyWords = fc
  .record({ text: freeText, exact: fc.boolean(), not: fc.boolean() })
  .map((term): QueryTerm => ({ kind: 'words', ...term, exact: term.exact || !standsBare(term.text) }));

test('whatever is asked, its text reads back as it', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anyField, anyWords), { maxLength: 8 }), (terms) => {
      expect(parseQuery(printQuery(terms))).toEqual({ terms, errors: [] });
    }),
  );
});

const pieces = [
  'status:',
  'open',
  'tag:',
  ',',
  '"',
  '-',
  ' ',
  'wörter',
  '\\',
  'sev1',
  'owner:me',
  ':',
  '\t',
  '7d',
];

test('whatever is typed, what was understood of it is written so that it reads the same; places lie within', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (typed) => {
      const text = typed.join('');
      const { terms, errors } = parseQuery(text);
      expect(parseQuery(printQuery(terms))).toEqual({ terms, errors: [] });
      for (const { from, to } of errors) expect(0 <= from && from < to && to <= text.length).toBe(true);
    }),
  );
});

test('filters of older links become terms that ask the same', () => {
  const filter = {
    state: 'accepted',
    severity: 'sev1,sev2',
    rmf: 'MEASURE 2',
    missing: 'type,system',
    q: 'a "b',
  };
  expect(printQuery(filterTerms({ ...filter, example: 'false', to: '2026-11-19T00:00:00.000Z' }))).toBe(
    String.raw`state:accepted severity:sev1,sev2 rmf:MEASURE-2 missing:type missing:system a "\"b" ` +
      '-is:example until:2026-11-19T00:00:00.000Z',
  );
});

test.each<[string, string | null, string?]>([
  ['today', '2026-03-31T00:00:00.000Z', '2026-04-01T00:00:00.000Z'],
  ['yesterday', '2026-03-30T00:00:00.000Z', '2026-03-31T00:00:00.000Z'],
  ['24h', '2026-03-30T12:00:00.000Z'],
  ['2w', '2026-03-17T12:00:00.000Z'],
  ['1y', '2025-03-31T12:00:00.000Z'],
  ['9999y', '1970-01-01T00:00:00.000Z'],
  ['2026-01-05', '2026-01-05T00:00:00.000Z', '2026-01-06T00:00:00.000Z'],
  ['soon', null],
  ['2026-13-05', null],
])('%s on the last of March, at noon', (value, begin, end = begin ?? undefined) => {
  expect(readMoment(value, new Date('2026-03-31T12:00:00Z'))).toEqual(begin && { begin, end });
});
