import { pairModel } from './pair-model.js';
import { pairSentence } from './pair-sentence.js';

const day = (date: string) => Date.parse(`${date}T00:00:00Z`);
const proxy = { name: 'Session time', unit: 'min', scale: 'unbounded', direction: 'higher_better' } as const;
const intent = {
  name: 'Time well spent',
  unit: '',
  scale: 'proportion',
  direction: 'higher_better',
} as const;
const none = { x: [], value: [], n: [] };
const series = {
  axis: 'time' as const,
  proxy: {
    x: ['2026-03-01', '2026-03-31', '2026-04-30', '2026-05-30'].map(day),
    value: [20, 20, 20, 25],
    n: [null, null, null, null],
  },
  intent: { x: ['2026-03-01', '2026-05-30'].map(day), value: [0.7, 0.7], n: [1e6, 1e6] },
};

test('both halves since the reference period', () => {
  const model = pairModel({ series, proxy, intent, referenceToOn: '2026-04-30' });
  expect(pairSentence(model)).toBe(
    'From 1 Mar 2026 to 30 May 2026: 2 audits. Since the reference period, ' +
      'the proxy Session time is up 25 %, the intent Time well spent is unchanged.',
  );
});

test('since the onset, with the alarm', () => {
  const marks = {
    onset: { at: day('2026-04-30'), from: day('2026-04-20'), to: day('2026-05-05') },
    alarms: [{ at: day('2026-05-30') }],
  };
  expect(pairSentence(pairModel({ series, proxy, intent }), marks)).toMatch(
    /Since 30 Apr 2026, the proxy Session time is up 25 %.* Alarm at Sat 30 May 2026\.$/,
  );
});

test('one half alone, and nothing', () => {
  const alone = pairModel({ series: { ...series, intent: none }, proxy, intent });
  expect(pairSentence(alone)).toContain('the intent Time well spent has no values.');
  const empty = pairModel({ series: { axis: 'time', proxy: none, intent: none }, proxy, intent });
  expect(pairSentence(empty)).toBe('There are no values of Session time and Time well spent yet.');
});
