import { chooseColumns, readColumns, type CheckRows, type SaidColumns } from './read-columns.js';
import { splitTable, type Table } from '../../../ui/text-table/split-table.js';

function read(text: string, said: SaidColumns = {}): CheckRows | string {
  const table = splitTable(text) as Table;
  return readColumns(table, chooseColumns(table, said));
}

test.each([
  [
    'the row number where there is no axis',
    '3 .5\n4 .6',
    [
      { x: 1, p: 3, i: 0.5, n: null },
      { x: 2, p: 4, i: 0.6, n: null },
    ],
  ],
  [
    'percentages as shares, blanks as no evaluation',
    'step;reward;win rate;n\n0;1,5;42,5;150\n10;1,75;;\n20;2,5;61;150',
    [
      { x: 0, p: 1.5, i: 0.425, n: 150 },
      { x: 10, p: 1.75, i: null, n: null },
      { x: 20, p: 2.5, i: 0.61, n: 150 },
    ],
  ],
  [
    'times',
    'day,reward,gold\n2026-01-01,1,.5\n2026-01-02T12:00Z,2,.6',
    [
      { x: Date.UTC(2026, 0, 1), p: 1, i: 0.5, n: null },
      { x: Date.UTC(2026, 0, 2, 12), p: 2, i: 0.6, n: null },
    ],
  ],
] as const)('reads %s', (_, text, rows) => expect(read(text)).toEqual({ rows, problems: [] }));

test('each cell that cannot be used gets a sentence with its row', () => {
  const text = [
    'day,reward,gold,n',
    '2026-01-01,abc,.5,10',
    'soon,1,.5,10',
    '2026-01-03,2,1.5,0',
    '2026-01-04,3,.4,10',
  ];
  expect(read(text.join('\n'), { intent: { scale: 'share' } })).toEqual({
    rows: [
      { x: Date.UTC(2026, 0, 1), p: null, i: 0.5, n: 10 },
      { x: Date.UTC(2026, 0, 3), p: 2, i: null, n: null },
      { x: Date.UTC(2026, 0, 4), p: 3, i: 0.4, n: 10 },
    ],
    problems: [
      'Row 2: “abc” in reward is not a number.',
      'Row 3: “soon” is not a time such as 2026-11-19 or 2026-11-19T14:20Z.',
      'Row 4: 1.50 in gold is not a share from 0 to 1.',
      'Row 4: n = 0 counts no items; it is taken as not said.',
    ],
  });
});

test('what a person says goes before what was guessed', () => {
  const said: SaidColumns = {
    roles: ['intent', 'proxy'],
    intent: { scale: 'unbounded', direction: 'lower' },
  };
  expect(read('50 3\n60 4', said)).toMatchObject({
    rows: [
      { p: 3, i: 50 },
      { p: 4, i: 60 },
    ],
  });
  expect(read('50 3\n60 4', { roles: ['proxy', 'ignore'] })).toContain('which is the intent');
});

test('percentages that are only supposed are asked about until somebody says', () => {
  const table = splitTable('reward,win\n1,42\n2,61') as Table;
  expect(chooseColumns(table, {})).toMatchObject({ ask: ['intent'], intent: { scale: 'percent' } });
  expect(chooseColumns(table, { intent: { scale: 'score' } })).toMatchObject({ ask: [] });
  // Roles that were said of another table do not count.
  expect(chooseColumns(table, { roles: ['n'] }).roles).toEqual(['proxy', 'intent']);
});
