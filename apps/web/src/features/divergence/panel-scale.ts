/** Where things stand in a panel under the chart: the same gutters as the chart's own axes, in px. */
export const gutter = 56;

/** From a place on the axis to px, and whether it is in sight. */
export interface PanelScale {
  width: number;
  from: number;
  to: number;
  left: number;
  right: number;
  atX: (x: number) => number;
  sees: (x: number) => boolean;
}

/**
 * The horizontal scale that all panels share.
 * @param width of the whole panel, in px
 */
export function panelScale(width: number, from: number, to: number): PanelScale {
  const left = gutter;
  const right = Math.max(left + 1, width - gutter);
  const span = to > from ? to - from : 1;
  return {
    width,
    from,
    to,
    left,
    right,
    atX: (x) => left + ((x - from) / span) * (right - left),
    sees: (x) => x >= from && x <= to,
  };
}

/** From a value to px in a panel of that height, low values at the foot. */
export function heightScale(low: number, high: number, height: number, air = 6): (value: number) => number {
  const span = high > low ? high - low : 1;
  return (value) => height - air - ((value - low) / span) * (height - 2 * air);
}
