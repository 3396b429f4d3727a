import { NewLoggedCheck } from '@plumbline/shared/contract/check';
import { checkRun } from '@plumbline/shared/divergence/run/check-run';
import { type CheckedRun, inputOf } from '../checked-run.js';
import { exampleTexts } from '../example-runs.js';
import { understand } from '../understand.js';
import { logRequest } from './log-request.js';

function checked(text: string): CheckedRun {
  const understood = understand({ text, said: {} });
  if (typeof understood === 'string' || !understood.run) throw new Error('cannot be understood');
  return { run: understood.run, check: checkRun(inputOf(understood.run)) };
}

const fields = {
  intent: ' Recipients can act. ',
  system: 'mail ASSISTANT ',
  proxy: 'Reward',
  measure: 'Win rate',
};

test('a run that turned: what the contract takes, with the finding in words', () => {
  const run = checked(exampleTexts.turned);
  const request = logRequest(run, run.run.rows, fields, []);
  expect(NewLoggedCheck.safeParse(request).error).toBeUndefined();
  expect(request).toMatchObject({
    title: expect.stringMatching(/^reward rose by .* while win rate fell by .* points, from step \d+ on$/),
    intent: 'Recipients can act.',
    system: { name: 'mail ASSISTANT' },
    axis: 'step',
    proxy: { name: 'Reward', direction: 'higher', scale: 'score' },
    measure: { name: 'Win rate', direction: 'higher', scale: 'proportion' },
    finding: { verdict: 'reversed', sentence: expect.stringContaining('stopped meaning') },
  });
  expect(request.rows).toHaveLength(50);
  expect(request.finding.onset!.lo).toBeLessThan(request.finding.onset!.at);
});

test('a system of that name is the one that is meant', () => {
  const run = checked(exampleTexts.turned);
  const known = [
    { id: 'a', name: 'Other' },
    { id: 'b', name: 'Mail assistant' },
  ];
  expect(logRequest(run, run.run.rows, fields, known).system).toEqual({ id: 'b' });
});

test('an aligned run has no onset', () => {
  const run = checked(exampleTexts.levelled);
  const request = logRequest(run, run.run.rows, fields, []);
  expect(request.finding).toMatchObject({ verdict: 'aligned', onset: null });
  expect(request.title).toMatch(/^reward rose by .* and win rate rose by .* points$/);
});
