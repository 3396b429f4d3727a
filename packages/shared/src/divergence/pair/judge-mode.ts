import { clamp } from '../numeric/logistic.js';
import { modeSentences } from './mode-sentences.js';
import { readModeSigns, modeSigns, type ModeSigns } from './mode-signs.js';
import { modeWeights, type StageWeights } from './mode-weights.js';
import type { GoodhartMode } from './pair-output.js';
import type { PairState } from './pair-state.js';

export const goodhartModes: readonly GoodhartMode[] = ['regressional', 'extremal', 'causal', 'adversarial'];

/** A mode is named from this chance on. */
export const sureEnough = 0.7;

export interface JudgedMode {
  mode: GoodhartMode | 'undetermined';
  /** The likeliest mode, named or not, and its chance. */
  likeliest: GoodhartMode;
  modeProbability: number;
  evidence: string[];
}

/**
 * What the divergence looks like, `stage` times after its alarm (0, then 28 and 56 days), with what speaks for it in
 * sentences. The weights were fitted to synthetic pairs (bench/divergence/pair/fit-modes.mjs): a person confirms.
 */
export function judgeMode(state: PairState, t: number, onset: number, stage: number): JudgedMode {
  const signs = readModeSigns(state, t, onset);
  const chances = modeChances(signs, modeWeights[Math.min(stage, modeWeights.length - 1)]!);
  let best = 0;
  for (let m = 1; m < chances.length; m++) if (chances[m]! > chances[best]!) best = m;
  const modeProbability = chances[best]!;
  const mode = modeProbability >= sureEnough ? goodhartModes[best]! : 'undetermined';
  return {
    mode,
    likeliest: goodhartModes[best]!,
    modeProbability,
    evidence: modeSentences(signs, state, t, onset),
  };
}

/** The chance of each mode, in the order of goodhartModes. */
export function modeChances(signs: ModeSigns, weights: StageWeights): number[] {
  const scores = weights.rows.map((row) => {
    let score = row[0]!;
    modeSigns.forEach((name, k) => {
      const z = clamp((signs[name] - weights.centres[k]!) / weights.spreads[k]!, -3, 3);
      score += row[k + 1]! * z;
    });
    return score;
  });
  const top = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - top));
  const sum = odds.reduce((total, value) => total + value, 0);
  return odds.map((value) => value / sum);
}
