// node bench/divergence/pair/table.mjs [--quick | --per 50] [--seeds report-a,report-b,report-c] [--families] [--reading second]
// The pair detector beside what is usually taken, on synthetic pairs of three years: each held to .2 false alarms a
// pair-year in its worst null family. Nothing was tuned on the seeds that begin with "report"; tuning used "tune".
import { parseArgs } from 'node:util';
import { baselines } from './baselines.mjs';
import { measure } from './measure.mjs';
import * as score from './score-pairs.mjs';
import { shippedRows } from './shipped-rows.mjs';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    per: { type: 'string', default: '50' },
    seeds: { type: 'string', default: 'report-a,report-b,report-c' },
    families: { type: 'boolean', default: false },
    // first or second: the two generators.
    reading: { type: 'string', default: 'first' },
  },
});
const { reading } = options;
const per = options.quick ? 12 : Number(options.per);
const seeds = options.quick ? options.seeds.split(',').slice(0, 1) : options.seeds.split(',');
const measured = seeds.map((seed) => measure(seed, per, { reading }));
const wide = seeds.map((seed) => measure(seed, per, { reading, wide: true, nullOnly: true }));
const short = seeds.map((seed) => measure(seed, per, { reading, referenceDays: 84, nullOnly: true }));

const merged = (of) => {
  const all = {};
  for (const one of measured) {
    for (const [family, pairs] of Object.entries(of(one))) (all[family] ??= []).push(...pairs);
  }
  return all;
};
const two = (value) => value.toFixed(2).replace(/^(-?)0/, '$1');
const line = (name, cells) =>
  console.log(`${name.padEnd(40)}${cells.map((cell) => cell.padStart(13)).join('')}`);
const methods = [...Object.keys(baselines), 'detector'];

console.log(`${per} pairs of each family and seed, ${reading} reading; seeds ${seeds.join(', ')}\n`);
console.log(
  'At the threshold where the worst null family has .2 false alarms a pair-year (found on the same pairs)',
);
line('', methods);
const at = Object.fromEntries(
  methods.map((name) => [name, score.equalThreshold(merged(({ nulls }) => nulls[name]))]),
);
const delays = (name, of = measured) =>
  of.flatMap(({ diverged }) =>
    Object.values(diverged[name]).flatMap((pairs) => score.delaysAt(pairs, at[name])),
  );
const spread = (name) => {
  const each = measured.map((one) => score.geometricMean(delays(name, [one])));
  return each.length > 1 ? `${Math.min(...each).toFixed(0)}-${Math.max(...each).toFixed(0)}` : '';
};
line(
  'geometric-mean delay, days',
  methods.map((name) => score.geometricMean(delays(name)).toFixed(0)),
);
line('  over the seeds', methods.map(spread));
for (const days of [60, 90]) {
  line(
    `detected within ${days} days`,
    methods.map((name) => two(score.shareOf(delays(name), (delay) => delay <= days))),
  );
}
line(
  'area under ROC of the score',
  methods.map((name) =>
    score.areaUnderCurve(measured.flatMap(({ diverged }) => Object.values(diverged[name]).flat())).toFixed(3),
  ),
);
line(
  'threshold',
  methods.map((name) => two(at[name])),
);
line(
  'worst null family',
  methods.map((name) =>
    score
      .worstFamily(
        merged(({ nulls }) => nulls[name]),
        at[name],
      )
      .family.slice(0, 12),
  ),
);
if (options.families) {
  for (const family of Object.keys(measured[0].diverged.detector)) {
    line(
      `  delay ${family}`,
      methods.map((name) => {
        const pairs = measured.flatMap(({ diverged }) => diverged[name][family]);
        return score.geometricMean(score.delaysAt(pairs, at[name])).toFixed(0);
      }),
    );
  }
}

console.log('\nThe detector as shipped');
for (const [name, value, goal] of shippedRows(measured, wide, short)) {
  console.log(`${name.padEnd(62)}${value.padStart(24)}   ${goal ?? ''}`);
}
