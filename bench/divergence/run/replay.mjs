// node bench/divergence/run/replay.mjs [--per 10] [--seed report] [--reading first] [--live]
// Runs of 60 evaluations told bit by bit: is it settled after as many more evaluations as it said? With --live: how
// often does a live run alarm wrongly, and how soon rightly?
import { parseArgs } from 'node:util';
import { checkRun } from '@plumbline/shared/divergence/run/check-run';
import { readings } from './readings.mjs';
import { groups, share } from './score-runs.mjs';

const { values: options } = parseArgs({
  options: {
    per: { type: 'string', default: '10' },
    seed: { type: 'string', default: 'report' },
    reading: { type: 'string', default: 'first' },
    live: { type: 'boolean', default: false },
  },
});
const whole = 60;
const { families, syntheticRun } = readings[options.reading];
const runs = families.flatMap((family) =>
  Array.from({ length: Number(options.per) }, (_, j) =>
    syntheticRun(family, whole, `replay-${options.seed}-${j}`),
  ),
);
const told = (run, evaluations, live = false) => {
  const rows = run.input.rows.filter((row) => row.x <= run.times[evaluations - 1] + 1e-9 * run.span);
  return checkRun({ ...run.input, rows, live });
};
const percent = (value) => `${Math.round(100 * value)} %`;

if (options.live) live();
else settled();

function settled() {
  const open = { said: [], given: 0 };
  for (const cut of [15, 20, 30]) {
    for (const run of runs) {
      const check = told(run, cut);
      if (check.settle === null) continue;
      if (check.settle === 'raise_n' || cut + check.settle.more > whole) open.given++;
      else open.said.push({ more: check.settle.more, now: told(run, cut + check.settle.more).verdict });
    }
  }
  console.log(
    `${open.said.length} told how many more, ${open.given} told to raise n or more than there were.`,
  );
  console.log(`Settled by then: ${percent(share(open.said, (one) => one.now !== 'cannot_tell'))}`);
  for (const [from, to] of [
    [1, 5],
    [6, 10],
    [11, 20],
    [21, 45],
  ]) {
    const some = open.said.filter((one) => one.more >= from && one.more <= to);
    console.log(
      `  ${from} to ${to}: ${percent(share(some, (one) => one.now !== 'cannot_tell'))} of ${some.length}`,
    );
  }
}

/** Looked at after every evaluation from the eighth on, until it speaks. */
function live() {
  const alarms = runs.map((run) => {
    const diverged = (k) => /reversed|decoupled/.test(told(run, k, true).verdict);
    const at = Array.from({ length: whole - 7 }, (_, j) => j + 8).find(diverged);
    const since = run.turn ?? run.onset ?? 0;
    const begun = run.times.findIndex((x) => x > since);
    return { family: run.family, truth: run.truth, at, delay: at === undefined ? Infinity : at - 1 - begun };
  });
  for (const [family, some] of groups(alarms.filter((one) => one.truth === 'aligned'))) {
    console.log(
      `${family.padEnd(28)} alarmed wrongly ${percent(share(some, (one) => one.at !== undefined))}`,
    );
  }
  for (const truth of ['decoupled', 'reversed']) {
    const some = alarms.filter((one) => one.truth === truth);
    const within = (most) => share(some, (one) => one.delay >= 0 && one.delay <= most);
    console.log(
      `${truth}: within 10 evaluations ${percent(within(10))}, 20 ${percent(within(20))}, ever ${percent(within(60))}; too early ${percent(share(some, (one) => one.delay < 0))}`,
    );
  }
}
