import { checkRun } from '@plumbline/shared/divergence/run/check-run';
import { inputOf, type CheckedRun } from '../checked-run.js';
import { exampleTexts } from '../example-runs.js';
import { understand } from '../understand.js';
import { plainWords, verdictWords } from './verdict-words.js';

function checked(text: string): CheckedRun {
  const understood = understand({ text, said: {} });
  if (typeof understood === 'string' || !understood.run) throw new Error('cannot be understood');
  return { run: understood.run, check: checkRun(inputOf(understood.run)) };
}

const words = (text: string) => plainWords(verdictWords(checked(text)));

test('a run that turned: since when, how much, and the best checkpoint', () => {
  expect(words(exampleTexts.turned)).toMatch(
    /^From step \d+ on, the number stopped meaning what you meant: reward rose by 0\.\d+ while win rate fell by \d+\.\d points\. 90 % interval: step \d+ to \d+, loss \d+\.\d to \d+\.\d points\. The best checkpoint in this run is near step \d+\. Chance that they came apart: .* %\.$/,
  );
});

test('a run that only levels off is never said to have turned', () => {
  expect(words(exampleTexts.levelled)).toMatch(
    /^So far reward means what you meant: over 50 evaluations it rose by 0\.\d+ and win rate rose by \d+\.\d points\. 90 % interval of the change: \d+\.\d to \d+\.\d points\./,
  );
});

test.each([
  ['three rows', '1 .5\n2 .6\n3 .7', 'Cannot tell yet: 3 evaluations of intent, at least 1 more needed.'],
  ['one row', 'reward,gold\n1,.5', 'Cannot tell yet: 1 evaluation of gold, at least 3 more needed.'],
  [
    'an intent that never moves',
    '1 .5\n2 .5\n3 .5\n4 .5\n5 .5',
    'Cannot tell yet whether proxy still means intent.',
  ],
])('%s', (_, text, start) => expect(words(text).startsWith(start)).toBe(true));

test('the names carry the line of their series', () => {
  const { headline } = verdictWords(checked(exampleTexts.turned));
  expect(headline.filter(({ as }) => as === 'proxy' || as === 'intent')).toEqual([
    { text: 'reward', as: 'proxy' },
    { text: 'win rate', as: 'intent' },
  ]);
});

test('what stopped following is not said to have fallen', () => {
  const { run, check } = checked(exampleTexts.turned);
  const located = { at: 200, lo: 150, hi: 260 };
  const decoupled = { ...check, verdict: 'decoupled' as const, turningPoint: null, onset: located };
  const change = { proxy: 0.2, intent: { value: 0.004, lo: -0.02, hi: 0.03 } };
  expect(plainWords(verdictWords({ run, check: { ...decoupled, change } }))).toMatch(
    /^From step 200 on, win rate stopped following: reward rose by 0\.20 while win rate stood still\. 90 % interval: step 150 to 260, change −2\.0 to 3\.0 points\./,
  );
});

test.each([
  [{ more: 29, n: 320 }, 'About 29 more evaluations of n = 320 would settle it.'],
  [{ more: 1, n: null }, 'About 1 more evaluation like these would settle it.'],
  ['raise_n' as const, 'Evaluations of this size will not settle it'],
])('what would settle it: %j', (settle, sentence) => {
  const { run, check } = checked(exampleTexts.turned);
  const unsure = { ...check, verdict: 'cannot_tell' as const, pDiverged: 0.6, settle };
  const said = plainWords(verdictWords({ run, check: unsure }));
  expect(said).toContain(sentence);
  expect(said).toContain('; if not, since about step');
});
