import { overviewSentence } from './overview-sentence.js';

const quiet = {
  open: { now: 0, before: 0 },
  untriaged: { now: 0, oldestAt: null },
  logged: { now: 0, before: 0 },
};

test.each([
  [
    'nothing at all',
    { ...quiet, openByAge: [] },
    'No incidents are open; none waits for triage. Nothing was logged in this period or the one before.',
  ],
  [
    'one of each, and more than before',
    {
      open: { now: 1, before: 0 },
      untriaged: { now: 1, oldestAt: null },
      logged: { now: 1, before: 0 },
      openByAge: [{ severity: 'sev1', ages: [1, 0, 0, 0, 0] }],
    },
    '1 incident is open; 1 waits for triage. 1 was logged, more than the 0 of the period before.',
  ],
  [
    'old ones, and fewer than before',
    {
      open: { now: 12, before: 9 },
      untriaged: { now: 4, oldestAt: null },
      logged: { now: 5, before: 9 },
      openByAge: [
        { severity: 'sev1', ages: [1, 2, 0, 2, 1] },
        { severity: null, ages: [1, 1, 3, 0, 1] },
      ],
    },
    '12 incidents are open, 4 of them for more than 30 days; 4 wait for triage. 5 were logged, fewer than the 9 of the period before.',
  ],
  [
    'as many as before',
    { ...quiet, logged: { now: 3, before: 3 }, openByAge: [] },
    'No incidents are open; none waits for triage. As many were logged as in the period before: 3.',
  ],
])('%s', (_, told, sentence) => {
  expect(overviewSentence(told)).toBe(sentence);
});
