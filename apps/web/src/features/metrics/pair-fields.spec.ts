import { emptyPair, pairBodyOf, whyNoPair } from './pair-fields.js';

test.each([
  ['as it stands', {}, null],
  [
    'without false alarms',
    { falseAlarmsPerYear: '0' },
    'False alarms a year are a number above 0, at most 12.',
  ],
  ['with half a day', { auditEveryDays: '0.5' }, 'Days between audits are a whole number from 1 to 366.'],
  [
    'turned over',
    { referenceFromOn: '2026-03-02', referenceToOn: '2026-03-01' },
    'The reference period begins after it ends.',
  ],
])('a pair %s', (_, fields, why) => expect(whyNoPair({ ...emptyPair, ...fields })).toBe(why));

test('over time there is no run; what is empty is null', () => {
  const body = pairBodyOf({ ...emptyPair, runId: 'r', auditEveryDays: '', falseAlarmsPerYear: '0,5' });
  expect(body).toMatchObject({
    runId: null,
    auditEveryDays: null,
    falseAlarmsPerYear: 0.5,
    referenceToOn: null,
  });
});
