import type { GoodhartMode } from './pair-output.js';
import type { PairState } from './pair-state.js';
import type { Evidence } from './read-evidence.js';

/** A mode is named from this chance on. */
export const sureEnough = 0.7;

export interface JudgedMode {
  mode: GoodhartMode | 'undetermined';
  modeProbability: number;
  evidence: string[];
}

/** What the divergence looks like, and what speaks for it in sentences. */
export function judgeMode(state: PairState, t: number, onset: number, evidence: Evidence): JudgedMode {
  const weeks = Math.round((t - onset) / 7);
  return {
    mode: 'undetermined',
    modeProbability: 0.25,
    evidence: [
      `Since about ${weeks} weeks the intent is ${evidence.gap.toFixed(1)} of its usual spreads worse than the proxy lets expect.`,
      `${state.audits.seen} audits were seen.`,
    ],
  };
}
