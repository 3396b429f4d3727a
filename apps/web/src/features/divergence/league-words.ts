import type { DetectorScore, LeaguePair } from './divergence-queries.js';

/** The league in a sentence. */
export function leagueSentence(pairs: readonly LeaguePair[]): string {
  const count = (state: LeaguePair['state']): number => pairs.filter((pair) => pair.state === state).length;
  const apart = count('diverged');
  const silent = count('overdue') + count('no_data');
  const first =
    apart === 0
      ? `None of ${pairs.length} watched ${pairs.length === 1 ? 'pair' : 'pairs'} has come apart, as far as the data say.`
      : `${apart} of ${pairs.length} watched ${pairs.length === 1 ? 'pair' : 'pairs'} ${apart === 1 ? 'has' : 'have'} come apart.`;
  if (silent === 0) return first;
  return `${first} ${silent} ${silent === 1 ? 'is' : 'are'} silent or overdue: of ${silent === 1 ? 'it' : 'them'} nothing is known.`;
}

/** How the detector did here, by what people said; honest about how little that may be. */
export function scoreSentence(score: DetectorScore): string {
  const { alarms, accepted, falseAlarms, waiting, precision, pairYears } = score;
  if (alarms === 0) {
    return pairYears > 0
      ? `No alarm in ${pairYears.toFixed(1)} years of watching pairs.`
      : 'No alarm yet: the pairs still learn.';
  }
  const parts = [
    `${alarms} ${alarms === 1 ? 'alarm' : 'alarms'} in ${pairYears.toFixed(1)} pair-years`,
    `${accepted} accepted`,
    `${falseAlarms} declined as false`,
    `${waiting} not judged yet`,
  ];
  const asked =
    score.falseAlarmsPerPairYear !== null && score.askedPerPairYear !== null
      ? ` ${score.falseAlarmsPerPairYear.toFixed(2)} false alarms a pair-year, ${score.askedPerPairYear.toFixed(2)} are accepted.`
      : '';
  const right = precision === null ? '' : ` Of those judged, ${Math.round(precision * 100)} % were right.`;
  return `${parts.join(', ')}.${right}${asked}`;
}
