import { splitTable, type Table } from '../../../ui/text-table/split-table.js';
import type { CsvMetric } from './csv-mapping.js';
import { guessMapping } from './guess-mapping.js';
import { readPoints, whyNotReadable } from './read-points.js';

const watch: CsvMetric = {
  key: 'watch_time',
  name: 'Watch time',
  scale: 'unbounded',
  unit: 'min',
  half: 'proxy',
};
const joy: CsvMetric = { key: 'joy', name: 'Worth it', scale: 'proportion', unit: '', half: 'intent' };

function table(text: string): Table {
  const read = splitTable(text);
  if (typeof read === 'string') throw new Error(read);
  return read;
}

test.each<[string, string, CsvMetric[], string[]]>([
  [
    'names of metrics',
    'date,joy,watch_time,n\n2026-01-01,0.5,12,200',
    [joy, watch],
    ['time', 'value:joy', 'value:watch_time', 'n:joy'],
  ],
  [
    'words of the two halves',
    'day;human rating;reward\n2026-01-01;50 %;12',
    [joy, watch],
    ['time', 'value:joy', 'value:watch_time'],
  ],
  [
    'the order, proxy first',
    '2026-01-01\t12\t0.5\n2026-01-02\t13\t0.4',
    [joy, watch],
    ['time', 'value:watch_time', 'value:joy'],
  ],
  [
    'sizes beside their values',
    'ts,watch_time,watch_time n,joy,joy n\n2026-01-01,1,2,0.3,4',
    [joy, watch],
    ['time', 'value:watch_time', 'n:watch_time', 'value:joy', 'n:joy'],
  ],
  [
    'what else a row holds',
    'step,kl,run,score,n,env,segment,version,context\n1,0.1,a,2,3,prod,de,v1,training',
    [watch],
    ['step', 'kl', 'run', 'value:watch_time', 'n', 'environment', 'segment', 'version', 'context'],
  ],
])('columns are guessed by %s', (_, text, metrics, roles) => {
  expect(guessMapping(table(text), metrics, '').roles).toEqual(roles);
});

const read = (text: string, metrics = [joy, watch]) => {
  const rows = table(text);
  return readPoints(rows, guessMapping(rows, metrics, 'production'), metrics);
};

test('two value columns become the two halves of a pair in one go; an empty cell is passed over', () => {
  expect(read('date,watch_time,joy,n\n2026-01-01,12.5,59%,200\n2026-01-02,13,,')).toEqual({
    points: [
      { metric: 'joy', at: '2026-01-01T00:00:00.000Z', environment: 'production', value: 0.59, n: 200 },
      { metric: 'watch_time', at: '2026-01-01T00:00:00.000Z', environment: 'production', value: 12.5 },
      { metric: 'watch_time', at: '2026-01-02T00:00:00.000Z', environment: 'production', value: 13 },
    ],
    lines: [2, 2, 3],
    problems: [],
    empty: 1,
  });
});

test.each([
  ['a word', 'date,watch_time\n2026-01-01,fine\n2026-01-02,1\n2026-01-03,2', '“fine” is not a number.'],
  ['an infinity', 'date,watch_time\n2026-01-01,inf\n2026-01-02,1\n2026-01-03,2', '“inf” is not a number.'],
  [
    'another calendar',
    'date,watch_time\n13/01/2026,1\n2026-01-02,2\n2026-01-03,2',
    '“13/01/2026” is not a time such as 2026-11-19 or 2026-11-19T14:20Z.',
  ],
  [
    'more than all',
    'date,joy %\n2026-01-01,120\n2026-01-02,59\n2026-01-03,58',
    '120 is not a percentage from 0 to 100.',
  ],
  ['no moment', 'date,watch_time\n,1\n2026-01-02,2\n2026-01-03,2', 'Neither a time nor a step stands here.'],
])('%s gets a sentence with its row, and the other rows are read', (_, text, message) => {
  const { problems, points } = read(text);
  expect(problems).toEqual([{ line: 2, message }]);
  expect(points).toHaveLength(2);
});

test('not a number is nothing, as programs write it', () => {
  expect(read('date,watch_time\n2026-01-01,NaN\n2026-01-02,1').empty).toBe(1);
});

test('a share above one among shares is not taken for a percentage', () => {
  const rows = table('date,joy\n2026-01-01,0.5\n2026-01-02,1.4\n2026-01-03,0.6');
  expect(guessMapping(rows, [joy, watch], '').values.joy!.percent).toBe(false);
});

test('the unit that a column states goes along, for the metric to judge', () => {
  expect(read('date,watch_time (h)\n2026-01-01,1').points[0]).toMatchObject({ value: 1, unit: 'h' });
});

test('steps need the run they are counted in', () => {
  const rows = table('step,watch_time\n0,1\n10,2');
  const mapping = guessMapping(rows, [watch], '');
  expect(whyNotReadable(mapping)).toContain('name the run');
  const named = { ...mapping, run: 'grpo-1' };
  expect(whyNotReadable(named)).toBeNull();
  expect(readPoints(rows, named, [watch]).points[1]).toMatchObject({ step: 10, run: 'grpo-1', value: 2 });
});
