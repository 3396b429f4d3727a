import { LineError } from './line-error.mjs';

const directions = { higher: 'higher', lower: 'lower', higher_better: 'higher', lower_better: 'lower' };
const scales = ['proportion', 'score', 'unbounded'];

/** Direction and scale of a series as a line states them, under the name of the series. */
export function seriesKind(value, name) {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(directions, value.direction)) {
    throw new LineError(`"${name}.direction" must be "higher" or "lower".`);
  }
  if (!scales.includes(value.scale)) {
    throw new LineError(`"${name}.scale" must be one of: ${scales.join(', ')}.`);
  }
  return { direction: directions[value.direction], scale: value.scale };
}
