import { gridWords } from './grid-words.js';

const tie = { mean: 0.6, sd: 0.2, sign: 1 } as const;
const grid = [-4, -3, -2, 0, 2, 3];

test('a share has no words below nothing and above all of it, though the grid it is tied to goes on', () => {
  expect(gridWords(grid, tie, { name: 'Win rate', unit: '', scale: 'proportion' })).toEqual([
    '',
    '0',
    '20',
    '60',
    '100',
    '',
  ]);
});

test('what is no share goes on', () => {
  expect(gridWords([0, 2, 4], tie, { name: 'Win rate', unit: '', scale: 'unbounded' })).toEqual([
    '0.6',
    '1.0',
    '1.4',
  ]);
});
