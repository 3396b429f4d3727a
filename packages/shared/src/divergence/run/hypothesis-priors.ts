import { clamp } from '../numeric/logistic.js';
import type { FallPrior } from './evidence.js';
import { spread, type IntentNoise } from './intent-noise.js';
import type { ProxyPath } from './proxy-paths.js';

/** Before the data: half of the runs are aligned. */
export const classPriors = { aligned: 0.5, decoupled: 0.22, reversed: 0.28 };

/** Of the decoupled and of the reversed: how many never followed at all. */
export const fromTheStart = { decoupled: 0.25, reversed: 0.06 };

/** Of the reversed: how many are weighed as curves of over-optimisation. */
export const curveShare = 0.25;

/** In effects. The definition asks for a fifth of the earlier gain; the effect is a range, noise included. */
const leastFall = 0.25;

/**
 * What a moved proxy should do to an aligned intent, at the least: in logits of a proportion, otherwise in SDs of one
 * evaluation. Without such a scale an intent that never followed looks like a weak link.
 */
const expected = { logits: 0.8, sds: 3 };

/** How large links and falls are before the data, working scale. */
export interface SizePriors {
  alignedLink: number;
  brokenLink: number;
  fall: FallPrior;
  /** 1, and less where the proxy is noise alone: little can come apart from a proxy that stood still. */
  climbed: number;
}

export function sizePriors(noise: IntentNoise, calm: ProxyPath, proportion: boolean): SizePriors {
  const { effect, sd } = noise;
  const least = movedBy(calm) > 4 ? (proportion ? expected.logits : expected.sds * sd) : 0;
  return {
    alignedLink: 1.5 * Math.max(effect, least),
    brokenLink: 1.5 * effect,
    fall: { sd: effect, least: leastFall * effect },
    climbed: Math.max(0.05, movement(calm)),
  };
}

/** Whether the proxy moved at all: 0 where its calm smooth ranges over less than 2.5 residual SDs, 1 from 4 on. */
export function movement(calm: ProxyPath): number {
  return clamp((movedBy(calm) - 2.5) / 1.5, 0, 1);
}

function movedBy(calm: ProxyPath): number {
  return spread(calm.level) / Math.max(calm.residualSd, Number.MIN_VALUE);
}
