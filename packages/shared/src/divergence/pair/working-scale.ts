import { clamp, expit, logit } from '../numeric/logistic.js';
import type { SeriesKind } from '../run/run-input.js';

const edge = 0.001;
/** Beyond it squares leave the doubles. */
const largest = 1e100;

/** A value on the working scale: higher is better, proportions as logits. */
export function toWorking(v: number, kind: SeriesKind): number {
  const turned = kind.scale === 'proportion' ? logit(clamp(v, edge, 1 - edge)) : clamp(v, -largest, largest);
  return kind.direction === 'higher' ? turned : -turned;
}

/** Back to the units of the series. */
export function fromWorking(z: number, kind: SeriesKind): number {
  const turned = kind.direction === 'higher' ? z : -z;
  return kind.scale === 'proportion' ? expit(turned) : turned;
}
