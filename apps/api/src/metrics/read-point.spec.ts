import { readPoint } from './read-point.js';

const now = Date.parse('2026-11-24T12:00:00Z');
const good = { metric: 'watch_time', at: '2026-11-24T11:00:00Z', value: 0.5 };

describe('a point is refused with a sentence', () => {
  it.each([
    ['that is no object', 7, 'A point is an object with "metric", "at" and "value".'],
    ['that is a list', [], 'A point is an object with "metric", "at" and "value".'],
    ['without a metric', { ...good, metric: undefined }, 'Name the metric by its key.'],
    ['without a value', { ...good, value: undefined }, 'The value is missing.'],
    ['with null', { ...good, value: null }, 'The value is missing.'],
    ['with NaN', { ...good, value: 'NaN' }, 'The value must be a finite number, not "NaN".'],
    [
      'with infinity',
      { ...good, value: JSON.parse('1e999') },
      'The value must be a finite number, not Infinity.',
    ],
    [
      'with minus infinity',
      { ...good, value: -Infinity },
      'The value must be a finite number, not -Infinity.',
    ],
    ['without a time', { ...good, at: undefined }, 'Say when it was measured: "at" is missing.'],
    ['in the future', { ...good, at: '2026-11-24T12:05:01Z' }, 'The time lies in the future.'],
    [
      'without an offset',
      { ...good, at: '2026-11-24T11:00:00' },
      'Write the time such as 2026-11-19T14:20:00Z, between 1970 and 2100.',
    ],
    [
      'on a day that is not',
      { ...good, at: '2026-02-30T11:00:00Z' },
      'Write the time such as 2026-11-19T14:20:00Z, between 1970 and 2100.',
    ],
    [
      'over no items',
      { ...good, n: 0 },
      '"n" must be a whole number from 1 on: how many items the value is taken over.',
    ],
    [
      'over half an item',
      { ...good, n: 1.5 },
      '"n" must be a whole number from 1 on: how many items the value is taken over.',
    ],
    ['at step -1', { ...good, step: -1, run: 'a' }, '"step" must be a whole number from 0 on.'],
    [
      'with a step of no run',
      { ...good, step: 3 },
      'A point with a step needs its "run": steps are counted within one run.',
    ],
    ['with a KL that is none', { ...good, kl: 'far' }, '"kl" must be a finite number.'],
    [
      'in a long environment',
      { ...good, environment: 'x'.repeat(61) },
      '"environment" takes at most 60 characters.',
    ],
    [
      'in an unknown context',
      { ...good, context: 'dream' },
      '"context" is one of training, evaluation, deployment.',
    ],
    [
      'perhaps being evaluated',
      { ...good, beingEvaluated: 'yes' },
      '"beingEvaluated" is true, false or left out.',
    ],
  ])('%s', (_, raw, sentence) => {
    expect(readPoint(raw, now)).toBe(sentence);
  });
});

describe('a point is taken', () => {
  it('with what is not said left empty', () => {
    expect(readPoint(good, now)).toEqual({
      metric: 'watch_time',
      ts: '2026-11-24T11:00:00.000Z',
      step: null,
      kl: null,
      value: 0.5,
      n: null,
      environment: '',
      segment: '',
      unit: '',
      version: null,
      run: null,
      context: '',
      beingEvaluated: '',
      externalId: null,
    });
  });

  it.each([
    [
      'a little ahead of our clock',
      { ...good, at: '2026-11-24T12:04:59Z' },
      { ts: '2026-11-24T12:04:59.000Z' },
    ],
    ['in another zone', { ...good, at: '2026-11-24T13:00:00+02:00' }, { ts: '2026-11-24T11:00:00.000Z' }],
    [
      'of a run, by step alone',
      { metric: 'm', value: 1, step: 0, run: 'a' },
      { ts: null, step: 0, run: 'a' },
    ],
    ['while being evaluated', { ...good, beingEvaluated: true }, { beingEvaluated: 'yes' }],
    ['while not being evaluated', { ...good, beingEvaluated: false }, { beingEvaluated: 'no' }],
  ])('%s', (_, raw, expected) => {
    expect(readPoint(raw, now)).toMatchObject(expected);
  });
});
