// node bench/divergence/run/fit-probability.mjs [--per 60] [--seed tune]
// Fits the map from class evidence to chances (run-probability.ts) on both readings of the families and prints it.
import { parseArgs } from 'node:util';
import { intentNoise } from '@plumbline/shared/divergence/run/intent-noise';
import { prepareRun } from '@plumbline/shared/divergence/run/prepare-run';
import { proxyPaths } from '@plumbline/shared/divergence/run/proxy-paths';
import {
  chanceFeatures,
  classEvidence,
  fallFeatures,
} from '@plumbline/shared/divergence/run/run-probability';
import { weighHypotheses } from '@plumbline/shared/divergence/run/weigh-hypotheses';
import { logisticFit } from './logistic-fit.mjs';
import { readings } from './readings.mjs';

const { values: options } = parseArgs({
  options: { per: { type: 'string', default: '60' }, seed: { type: 'string', default: 'tune' } },
});

const chances = { rows: [], outcomes: [] };
const falls = { rows: [], outcomes: [] };
for (const { families, syntheticRun } of Object.values(readings)) {
  for (const count of [15, 30, 60]) {
    for (const family of families) {
      for (let j = 0; j < Number(options.per); j++) {
        const evidence = evidenceOf(syntheticRun(family, count, `${options.seed}-${j}`).input);
        chances.rows.push(chanceFeatures(evidence, count));
        chances.outcomes.push(family.truth === 'aligned' ? 0 : 1);
        if (family.truth === 'aligned') continue;
        falls.rows.push(fallFeatures(evidence));
        falls.outcomes.push(family.truth === 'reversed' ? 1 : 0);
      }
    }
  }
}
const words = (weights) => weights.map((weight) => weight.toFixed(3)).join(', ');
console.log(`${chances.rows.length} runs, seed ${options.seed}`);
console.log(`chance of divergence: ${words(logisticFit(chances.rows, chances.outcomes))}`);
console.log(`fall if diverged:     ${words(logisticFit(falls.rows, falls.outcomes))}`);

function evidenceOf(input) {
  const run = prepareRun(input);
  const noise = intentNoise(run, input.intent);
  const proportion = input.intent.scale === 'proportion';
  return classEvidence(weighHypotheses(run, noise, proxyPaths(run), proportion));
}
