import { checkRun } from '@plumbline/shared/divergence/run/check-run';
import { baselines } from './baselines.mjs';
import { readings } from './readings.mjs';

/** Every family of a reading `per` times at one number of evaluations, checked, and scored by the baselines. */
export function measure(reading, count, per, seed, withBaselines = true) {
  const { families, syntheticRun } = readings[reading];
  const checked = [];
  const scored = Object.fromEntries(Object.keys(baselines).map((name) => [name, []]));
  let milliseconds = 0;
  for (const family of families) {
    for (let j = 0; j < per; j++) {
      const run = syntheticRun(family, count, `${seed}-${j}`);
      const start = process.cpuUsage();
      const check = checkRun(run.input);
      const { user, system } = process.cpuUsage(start);
      milliseconds += (user + system) / 1000;
      const { truth, span } = run;
      checked.push({
        family: family.name,
        truth,
        span,
        verdict: check.verdict,
        pDiverged: check.pDiverged,
        score: check.pDiverged,
        onset: check.onset,
        turningPoint: check.turningPoint,
        trueOnset: run.onset,
        trueTurn: run.turn,
      });
      if (!withBaselines) continue;
      for (const [name, score] of Object.entries(baselines)) {
        scored[name].push({ family: family.name, truth, score: score(run.input) });
      }
    }
  }
  return { checked, scored, milliseconds: milliseconds / checked.length };
}
