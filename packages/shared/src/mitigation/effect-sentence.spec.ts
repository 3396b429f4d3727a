import { effectSentence, verdictOf } from './effect-sentence.js';

const share = {
  name: 'Time well spent',
  unit: '',
  scale: 'proportion',
  direction: 'higher_better',
  bandLow: null,
  bandHigh: null,
} as const;
const change = (before: number, after: number, reach: number) => ({
  before,
  after,
  change: after - before,
  low: after - before - reach,
  high: after - before + reach,
  autocorrelation: 0.3,
});
const banded = {
  ...share,
  name: 'Length',
  unit: 'words',
  scale: 'unbounded',
  direction: 'target_band',
} as const;

test.each([
  ['up where up is better', share, change(0.5, 0.56, 0.02), 'better'],
  [
    'up where down is better',
    { ...share, direction: 'lower_better' } as const,
    change(0.5, 0.56, 0.02),
    'worse',
  ],
  ['within its interval', share, change(0.5, 0.56, 0.08), 'unclear'],
  ['towards the band', { ...banded, bandLow: 100, bandHigh: 200 }, change(300, 210, 5), 'better'],
  ['out of the band', { ...banded, bandLow: 100, bandHigh: 200 }, change(150, 260, 5), 'worse'],
  ['inside the band', { ...banded, bandLow: 100, bandHigh: 200 }, change(150, 160, 5), 'unclear'],
  ['a band that nobody set', banded, change(150, 260, 5), 'unclear'],
  ['too few values', share, null, 'too_early'],
] as const)('%s', (_, metric, measured, verdict) => {
  expect(verdictOf(metric, measured)).toBe(verdict);
});

test.each([
  [share, change(0.5, 0.56, 0.02), 'Time well spent rose by 6 points (90 % interval 4 to 8): better.'],
  [share, change(0.56, 0.5, 0.02), 'Time well spent fell by 6 points (90 % interval 4 to 8): worse.'],
  [share, change(0.5, 0.51, 0.02), 'No clear change of Time well spent: 1 points (90 % interval −1 to 3).'],
  [banded, change(150, 260, 5), 'Length rose by 110 words (90 % interval 105 to 115).'],
  [share, null, 'It is too early to say what became of Time well spent.'],
] as const)('%#: in words', (metric, measured, words) => {
  expect(effectSentence(metric, measured)).toBe(words);
});
