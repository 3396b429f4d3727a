import { offlineProblem, ProblemError } from './problem-error.js';
import { worthRetrying } from './query-client.js';

function refusal(status: number): ProblemError {
  return new ProblemError({ type: 'about:blank', title: '', detail: '', code: 'x/y', requestId: '', status });
}

test.each([
  ['no answer at all', offlineProblem(), true],
  ['503', refusal(503), true],
  ['400', refusal(400), false],
  ['401', refusal(401), false],
  ['404', refusal(404), false],
  ['412', refusal(412), false],
  ['a mistake of our own', new TypeError('x is undefined'), false],
])('after %s', (_, error, worth) => {
  expect(worthRetrying(0, error)).toBe(worth);
  expect(worthRetrying(2, error)).toBe(false);
});
