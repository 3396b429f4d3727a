import * as score from './score-pairs.mjs';

const two = (value) => value.toFixed(2).replace(/^(-?)0/, '$1');

/** What the detector did at its own thresholds: name, value, goal. */
export function shippedRows(measured, wide, short) {
  const said = measured.flatMap(({ shipped }) => shipped.diverged);
  const delays = said.map(({ delay }) => delay).filter((delay) => delay !== null);
  const alarmed = said.filter(({ alarm }) => alarm);
  const errors = alarmed.map(({ alarm, onset }) => Math.abs(alarm.onset - onset));
  const gaps = said.flatMap((one) => one.gaps);
  return [
    ['worst null family, alarms a pair-year', worstAlarms(measured), '.20'],
    ['  ranges wider than tuned', worstAlarms(wide), '<= .20'],
    ['  reference of 84 days, alarms from 12 audits', worstAlarms(short), '<= .20'],
    ['geometric-mean delay, days', score.geometricMean(delays).toFixed(0), '<= 43'],
    [
      'detected within 60 / 90 days',
      `${two(score.shareOf(delays, (delay) => delay <= 60))} / ${two(score.shareOf(delays, (delay) => delay <= 90))}`,
      '.60 / .80',
    ],
    ['alarms before the onset, share of pairs', two(1 - delays.length / said.length)],
    ['onset error, median days', score.medianOf(errors).toFixed(0), '<= 12'],
    [
      '  90 % set holds the onset',
      two(score.shareOf(alarmed, ({ alarm, onset }) => alarm.onsetLo <= onset && onset <= alarm.onsetHi)),
      '.85-.95',
    ],
    ...modeRows(alarmed),
    ['gap interval holds the gap', two(score.shareOf(gaps, ({ inside }) => inside)), '.88-.92'],
    ['  bias, reference SDs', two(gaps.reduce((sum, { off }) => sum + off, 0) / gaps.length), 'within .1'],
    ...familyRows(said),
  ];
}

function worstAlarms(measured) {
  const families = {};
  for (const { shipped } of measured) {
    for (const [family, { alarms, years }] of Object.entries(shipped.alarmsPerYear)) {
      families[family] ??= { alarms: 0, years: 0 };
      families[family].alarms += alarms;
      families[family].years += years;
    }
  }
  const [family, rate] = Object.entries(families)
    .map(([name, { alarms, years }]) => [name, alarms / years])
    .reduce((one, other) => (other[1] > one[1] ? other : one));
  return `${two(rate)} ${family}`;
}

/** Balanced over the modes, at the alarm, 28 and 56 days after it; and where it names one. */
function modeRows(alarmed) {
  const known = alarmed.filter(({ mode }) => mode !== 'gao');
  return [0, 1, 2].map((stage) => {
    const judged = known
      .map((one) => ({ mode: one.mode, said: stage === 0 ? one.alarm : one.modes[stage - 1] }))
      .filter(({ said }) => said);
    const named = judged.filter(({ said }) => said.mode !== 'undetermined');
    const modes = [...new Set(judged.map(({ mode }) => mode))];
    const likeliest = ({ mode, said }) => said.likeliest === mode;
    const balanced =
      modes.reduce(
        (sum, mode) =>
          sum +
          score.shareOf(
            judged.filter((one) => one.mode === mode),
            likeliest,
          ),
        0,
      ) / modes.length;
    const right = two(score.shareOf(named, ({ mode, said }) => said.mode === mode));
    const when = ['at the alarm', 'at +28 days', 'at +56 days'][stage];
    return [
      `mode ${when}, balanced; where p >= .7`,
      `${two(balanced)}; ${right} on ${two(named.length / judged.length)}`,
      stage === 2 ? '.87; .95 on .80' : '',
    ];
  });
}

function familyRows(said) {
  return [...new Set(said.map(({ family }) => family))].map((family) => {
    const here = said.filter((one) => one.family === family);
    const delays = here.map(({ delay }) => delay).filter((delay) => delay !== null);
    const alarmed = here.filter(({ alarm }) => alarm);
    const error = score.medianOf(alarmed.map(({ alarm, onset }) => Math.abs(alarm.onset - onset)));
    const covered = score.shareOf(
      alarmed,
      ({ alarm, onset }) => alarm.onsetLo <= onset && onset <= alarm.onsetHi,
    );
    return [
      `${family}: delay; onset error; coverage`,
      `${score.geometricMean(delays).toFixed(0)}; ${error.toFixed(0)}; ${two(covered)}`,
    ];
  });
}
