import type { PanelScale } from './panel-scale.js';
import type { Moment } from './lanes.js';

/** A moment with the side its word stands on; no word where it would lie on another's. */
export interface PlacedMoment extends Moment {
  leftward: boolean;
}

/** Usual width of a letter of 11 px, in px. */
const letter = 6.2;

/** Finds room for the words of moments in one line: right of the triangle, else left of it, else nowhere. */
export function placeWordsOf(scale: PanelScale, moments: readonly Moment[]): PlacedMoment[] {
  const sorted = moments.toSorted((one, other) => one.at - other.at);
  let taken = scale.left;
  return sorted.map((moment, place) => {
    const x = scale.atX(moment.at);
    const width = moment.label.length * letter + 12;
    const next = sorted[place + 1];
    const room = next ? scale.atX(next.at) - 8 : scale.right + 40;
    if (x + width <= room) {
      taken = x + width;
      return { ...moment, leftward: false };
    }
    if (x - width >= taken) {
      taken = x + 6;
      return { ...moment, leftward: true };
    }
    taken = Math.max(taken, x + 6);
    return { ...moment, label: '', leftward: false };
  });
}
