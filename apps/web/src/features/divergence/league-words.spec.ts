import type { DetectorScore, LeaguePair } from './divergence-queries.js';
import { leagueSentence, scoreSentence } from './league-words.js';

const pairs = (...states: LeaguePair['state'][]) => states.map((state) => ({ state })) as LeaguePair[];

test.each([
  [pairs('diverged', 'quiet', 'quiet'), '1 of 3 watched pairs has come apart.'],
  [pairs('quiet'), 'None of 1 watched pair has come apart, as far as the data say.'],
  [
    pairs('diverged', 'diverged', 'overdue'),
    '2 of 3 watched pairs have come apart. 1 is silent or overdue: of it nothing is known.',
  ],
])('the league in a sentence', (league, words) => expect(leagueSentence(league)).toBe(words));

const score: DetectorScore = {
  alarms: 6,
  accepted: 4,
  falseAlarms: 1,
  declinedOtherwise: 0,
  waiting: 1,
  precision: 0.8,
  pairYears: 9.44,
  alarmsPerPairYear: 0.64,
  falseAlarmsPerPairYear: 0.106,
  askedPerPairYear: 0.2,
  medianDaysToAlarm: 24,
};

test('the score in a sentence', () => {
  expect(scoreSentence(score)).toBe(
    '6 alarms in 9.4 pair-years, 4 accepted, 1 declined as false, 1 not judged yet. Of those judged, 80 % were right. 0.11 false alarms a pair-year, 0.20 are accepted.',
  );
  expect(scoreSentence({ ...score, alarms: 0, pairYears: 0 })).toBe('No alarm yet: the pairs still learn.');
});
