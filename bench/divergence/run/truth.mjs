const steps = 500;

/** The first t after which the local slope of intent on proxy stays below a quarter of the average slope so far. */
export function trueOnset({ q, m }) {
  let onset = 1;
  for (let j = steps - 1; j >= 1; j--) {
    const t = j / steps;
    const next = (j + 1) / steps;
    const rise = q(next) - q(t);
    const average = (m(t) - m(0)) / (q(t) - q(0));
    if (!(m(next) - m(t) < 0.25 * average * rise)) break;
    onset = t;
  }
  return onset;
}

/** Where the intent is best. */
export function trueTurn({ m }) {
  let best = 0;
  for (let j = 0; j <= steps; j++) if (m(j / steps) > m(best)) best = j / steps;
  return best;
}
