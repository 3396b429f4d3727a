// node bench/divergence/pair/fit-modes.mjs [--per 150] [--seed modes] [--write]
// Fits the weights that judge a mode, at the alarm and 28 and 56 days after it, to synthetic pairs of the four families
// whose mode is known; --write puts them into packages/shared/src/divergence/pair/mode-weights.ts.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { goodhartModes } from '@plumbline/shared/divergence/pair/judge-mode';
import { modeSigns } from '@plumbline/shared/divergence/pair/mode-signs';
import { fitSoftmax } from './fit-softmax.mjs';
import { modeSamples } from './mode-samples.mjs';

const { values: options } = parseArgs({
  options: {
    per: { type: 'string', default: '150' },
    seed: { type: 'string', default: 'modes' },
    write: { type: 'boolean', default: false },
  },
});
const samples = modeSamples(options.seed, Number(options.per));
const stages = [0, 1, 2].map((stage) => {
  const here = samples.filter((sample) => sample.stage === stage);
  const fitted = fitSoftmax(
    here.map((sample) => sample.signs),
    here.map((sample) => goodhartModes.indexOf(sample.mode)),
    goodhartModes.length,
  );
  console.log(`stage ${stage}: ${here.length} pairs, right on those fitted to ${fitted.right.toFixed(3)}`);
  return fitted;
});

if (options.write) {
  const numbers = (list) => `[${list.map((value) => Number(value.toFixed(3))).join(', ')}]`;
  const text = `// Written by node bench/divergence/pair/fit-modes.mjs --per ${options.per} --seed ${options.seed} --write: not by hand.
// Signs: ${modeSigns.join(', ')}.

/** One stage: how the signs are standardised, and per mode an intercept with a weight for each sign. */
export interface StageWeights {
  centres: readonly number[];
  spreads: readonly number[];
  rows: readonly (readonly number[])[];
}

/** At the alarm, 28 and 56 days after it. */
export const modeWeights: readonly StageWeights[] = [
${stages
  .map(
    ({ centres, spreads, rows }) => `  {
    centres: ${numbers(centres)},
    spreads: ${numbers(spreads)},
    rows: [
${rows.map((row) => `      ${numbers(row)},`).join('\n')}
    ],
  },`,
  )
  .join('\n')}
];
`;
  const root = join(import.meta.dirname, '..', '..', '..');
  writeFileSync(join(root, 'packages/shared/src/divergence/pair/mode-weights.ts'), text);
}
