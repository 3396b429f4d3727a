import { boardSentence, unstatedSentence } from './board-sentence.js';

const row = (gaps: number, incidents: number) => ({
  gaps,
  incidents,
  open: 0,
  failedControls: 0,
  worked: 0,
  improvements: 0,
  mitigations: 0,
  statements: 0,
  inPlace: 0,
  evidenceOn: null,
});
const board = (...rows: [gaps: number, incidents: number][]) => ({
  items: rows.map(([gaps, incidents]) => ({ subcategory: '', ...row(gaps, incidents) })),
  categories: rows.map(([gaps, incidents]) => ({ category: '', ...row(gaps, incidents) })),
});

test.each([
  [board([2, 3], [1, 1], [0, 4]), '3 gaps in 2 of 3 categories.'],
  [board([1, 1], [0, 0]), '1 gap in 1 of 2 categories.'],
  [board([0, 2]), 'No gap among what has been assessed.'],
])('the figures of %j make a sentence', (figures, sentence) => {
  expect(boardSentence(figures)).toBe(sentence);
});

test('an empty board does not pass for a healthy one', () => {
  expect(boardSentence(board([0, 0]))).toMatch(/^Nothing has been assessed yet/);
});

test('categories that nobody has said anything about are counted', () => {
  const stated = (...counts: number[]) => ({
    categories: counts.map((statements) => ({ category: '', ...row(0, 0), statements })),
  });
  expect(unstatedSentence(stated(0, 0))).toBe('No system has stated where it stands.');
  expect(unstatedSentence(stated(0, 2))).toBe('1 category has no statement.');
  expect(unstatedSentence(stated(0, 0, 2))).toBe('2 categories have no statement.');
  expect(unstatedSentence(stated(1))).toBe('');
});
