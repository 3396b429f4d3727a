// node bench/divergence/run/table.mjs [--quick | --full | --per 24] [--seed word] [--reading second] [--families]
// The run checker and its baselines on synthetic runs at 15, 30 and 60 evaluations, as text.
import { parseArgs } from 'node:util';
import { measure } from './measure.mjs';
import * as score from './score-runs.mjs';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    per: { type: 'string', default: '40' },
    families: { type: 'boolean', default: false },
    // first or second: the two generators.
    reading: { type: 'string', default: 'first' },
    // Nothing was tuned on `report`; tuning uses `tune`.
    seed: { type: 'string', default: 'report' },
  },
});
const per = options.quick ? 5 : options.full ? 200 : Number(options.per);
const counts = [15, 30, 60];
const measured = counts.map((count) => measure(options.reading, count, per, options.seed));
const shifted = counts.map((count) => measure(options.reading, count, per, `shift-${options.seed}`, false));

if (per < 20) console.log('Fewer than 20 of a family: the first block lets no aligned run through.\n');

const two = (value) => value.toFixed(2).replace(/^0/, '');
const three = (value) => value.toFixed(3).replace(/^0/, '');
const row = (name, cells, goal = '') =>
  console.log(`${name.padEnd(46)}${cells.map((cell) => cell.padStart(9)).join('')}   ${goal}`);

console.log(
  `Runs: ${per} of each of 22 families, seed ${options.seed}, ${options.reading} reading; half of the runs are aligned.\n`,
);
row(
  '',
  counts.map((count) => `K = ${count}`),
  'goal',
);
console.log('Detected where the worst aligned family gives 5 false in 100');
for (const name of Object.keys(measured[0].scored)) {
  row(
    `  ${name}`,
    measured.map(({ scored }) => two(score.detected(scored[name], score.equalThreshold(scored[name])))),
  );
}
const atEqual = (truths) =>
  measured.map(({ checked }) => two(score.detected(checked, score.equalThreshold(checked), truths)));
row('  the run checker', atEqual(), '.60 / .70 / .80');
row('    reversed only', atEqual(['reversed']), '.82 / .90 / .95');
row('    decoupled only', atEqual(['decoupled']), '.30 / .40 / .55');
row(
  '    its threshold',
  measured.map(({ checked }) => three(score.equalThreshold(checked))),
  '.82',
);
console.log('At its own thresholds (.82, .20)');
const spoken = (checked, truth) =>
  two(
    score.share(
      checked.filter((one) => one.truth === truth),
      (one) => one.verdict === truth,
    ),
  );
for (const truth of ['aligned', 'decoupled', 'reversed']) {
  row(
    `  ${truth} runs called ${truth}`,
    measured.map(({ checked }) => spoken(checked, truth)),
  );
}
const worst = (list) => list.map(({ checked }) => two(score.worstFamily(checked).rate));
row('  worst aligned family, false', worst(measured), '.05');
row('  the same, shifted', worst(shifted), '.05');
console.log(
  `    which: ${[...measured, ...shifted].map(({ checked }) => score.worstFamily(checked).family).join('; ')}`,
);
row(
  '  right when it speaks',
  measured.map(({ checked }) => two(score.rightWhenSpeaking(checked))),
  '.95',
);
row(
  '  calibration error',
  measured.map(({ checked }) => three(score.calibration(checked).ece)),
  '.02',
);
row(
  '  Brier score',
  measured.map(({ checked }) => three(score.calibration(checked).brier)),
  '.085',
);
row(
  '  onset error, median share of the run',
  measured.map(({ checked }) => three(score.onsets(checked).error)),
  '.06 / .045 / .03',
);
row(
  '  90 % interval holds the onset',
  measured.map(({ checked }) => two(score.onsets(checked).covered)),
  '.87 to .93',
);
row(
  '  processor milliseconds a run',
  measured.map(({ milliseconds }) => milliseconds.toFixed(1)),
  '20',
);

if (options.families) {
  console.log('\nChance of divergence said on average, and share called diverged, by family');
  for (const family of score.groups(measured[0].checked).keys()) {
    row(
      `  ${family}`,
      measured.map(({ checked }) => {
        const runs = checked.filter((one) => one.family === family);
        const mean = runs.reduce((sum, one) => sum + one.pDiverged, 0) / runs.length;
        return `${two(mean)} ${two(score.share(runs, (one) => /decoupled|reversed/.test(one.verdict)))}`;
      }),
    );
  }
}
