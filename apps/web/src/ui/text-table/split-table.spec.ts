import { mostRows, splitTable, type Table } from './split-table.js';

function table(text: string): Table {
  const read = splitTable(text);
  if (typeof read === 'string') throw new Error(read);
  return read;
}

test.each([
  [
    'tabs',
    'a\tb\n1\t2\n3\t4',
    ['a', 'b'],
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  [
    'commas',
    'a,b\r\n1,2\r\n3,4\r\n',
    ['a', 'b'],
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  [
    'semicolons and decimal commas',
    'a;b\n1,5;2,25\n3,5;4,0',
    ['a', 'b'],
    [
      ['1,5', '2,25'],
      ['3,5', '4,0'],
    ],
  ],
  [
    'spaces',
    '  1   2\n 3  4',
    ['Column 1', 'Column 2'],
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  [
    'spaces and decimal commas',
    '1,5 2,5\n3,5 4,5',
    ['Column 1', 'Column 2'],
    [
      ['1,5', '2,5'],
      ['3,5', '4,5'],
    ],
  ],
  ['bars of Markdown', '| a | b |\n|---|--:|\n| 1 | 2 |', ['a', 'b'], [['1', '2']]],
  ['quotes', '"win, %","reward"\n"1","2"', ['win, %', 'reward'], [['1', '2']]],
  [
    'times with spaces',
    '2026-01-01 10:00:00,1\n2026-01-01 11:00:00,2',
    ['Column 1', 'Column 2'],
    [
      ['2026-01-01 10:00:00', '1'],
      ['2026-01-01 11:00:00', '2'],
    ],
  ],
  [
    'a comment that names',
    '# a b\n1 2\n# later\n3 4',
    ['a', 'b'],
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  [
    'gaps at the end and an empty column',
    'a,,b\n1,,2\n3,,',
    ['a', 'b'],
    [
      ['1', '2'],
      ['3', ''],
    ],
  ],
  ['a byte order mark', '\uFEFFa,b\n1,2', ['a', 'b'], [['1', '2']]],
] as const)('parts %s', (_, text, names, rows) => {
  expect(table(text)).toMatchObject({ names, rows });
});

test('rows are numbered as a spreadsheet numbers them, blank ones count', () => {
  expect(table('a,b\n1,2\n\n3,4').lines).toEqual([2, 4]);
  expect(table('1,2\n3,4').lines).toEqual([1, 2]);
});

test.each([
  ['nothing', ' \n ', 'Nothing was pasted'],
  ['one column', '1\n2\n3', 'Only one column'],
  ['a sentence', 'hello', 'Only one column'],
  ['names alone', 'reward,win', 'no rows under them'],
  ['too many rows', '1,2\n'.repeat(mostRows + 1), 'at most 20,000'],
  ['too much text', '1,2\n'.repeat(600_000), 'more than 2 MB'],
])('%s gets a sentence', (_, text, words) => expect(splitTable(text)).toContain(words));
