import { guessAxis, guessKind, guessRoles } from './column-guess.js';
import { splitTable, type Table } from '../../../ui/text-table/split-table.js';

const table = (text: string) => splitTable(text) as Table;

test.each([
  ['two bare columns', '1 2\n3 4\n2 2', ['proxy', 'intent'], 'step'],
  ['a rising first of three', '0 5 2\n100 6 4\n200 5 2', ['axis', 'proxy', 'intent'], 'step'],
  [
    'three that do not rise, the last counts',
    '3 .5 200\n2 .6 180\n4 .5 200',
    ['proxy', 'intent', 'n'],
    'step',
  ],
  ['four', '0 5 .2 100\n1 6 .3 100\n2 7 .2 90', ['axis', 'proxy', 'intent', 'n'], 'step'],
  [
    'names in another order',
    'n,win_rate,reward,global_step\n9,1,2,3',
    ['n', 'intent', 'proxy', 'axis'],
    'step',
  ],
  ['only the intent is named', 'win rate,other\n.5,3\n.6,4', ['intent', 'proxy'], 'step'],
  ['reward rises beside two more', 'reward,win,n\n1,.5,10\n2,.6,10', ['proxy', 'intent', 'n'], 'step'],
  ['days', 'day,clicks,satisfied\n2026-01-01,3,.5\n2026-01-02,4,.6', ['axis', 'proxy', 'intent'], 'time'],
  ['seconds', 'timestamp,reward,gold\n1770000000,3,.5\n1770003600,4,.6', ['axis', 'proxy', 'intent'], 'time'],
  ['KL', 'kl,rm score,gold\n0.1,3,.5\n0.4,4,.6', ['axis', 'proxy', 'intent'], 'kl'],
  ['words are left out', 'run,reward,gold\na,3,.5\nb,4,.6', ['ignore', 'proxy', 'intent'], 'step'],
  ['a half alone', 'step,reward\n1,3\n2,4', ['axis', 'proxy'], 'step'],
  ['x and y', 'x,y\n1,3\n2,4', ['proxy', 'intent'], 'step'],
  ['the sparse one is the intent', '.5,3\n,4\n.6,5\n,6', ['intent', 'proxy'], 'step'],
] as const)('%s', (_, text, roles, axis) => {
  expect(guessRoles(table(text))).toEqual(roles);
  expect(guessAxis(table(text), guessRoles(table(text)))).toBe(axis);
});

test.each([
  ['reward', '1.2 -3 5', 'proxy', 'higher', 'unbounded', false],
  ['loss', '1.2 3 5', 'proxy', 'lower', 'score', false],
  ['judge', '.2 .3 .5', 'proxy', 'higher', 'score', false],
  ['accuracy', '.2 .3 .5', 'proxy', 'higher', 'share', false],
  ['gold', '.2 .3 .5', 'intent', 'higher', 'share', false],
  ['win', '42 47 61', 'intent', 'higher', 'percent', true],
  ['win', '42% 47% 61%', 'intent', 'higher', 'percent', false],
  ['rating', '3.5 4 4.1', 'intent', 'higher', 'score', false],
  ['complaints', '310 280 190', 'intent', 'lower', 'unbounded', false],
  ['tokens', '42 47 61', 'proxy', 'higher', 'unbounded', false],
] as const)('%s of %s as the %s', (name, values, role, direction, scale, supposed) => {
  const text = `other,${name}\n${values
    .split(' ')
    .map((value) => `1,${value}`)
    .join('\n')}`;
  expect(guessKind(table(text), 1, role)).toEqual({ direction, scale, supposed });
});
