// Curves over the share t of a run, 0..1 in and (unless a comment says otherwise) 0..1 out.

/** One of four ways to rise from 0 to 1. */
export function riseCurve(random) {
  const kind = random.pick(['linear', 'exponential', 'power', 'sigmoid']);
  if (kind === 'linear') return (t) => t;
  if (kind === 'exponential') {
    const rate = random.uniform(1, 4);
    return (t) => (1 - Math.exp(-rate * t)) / (1 - Math.exp(-rate));
  }
  if (kind === 'power') {
    const exponent = random.uniform(0.5, 1.6);
    return (t) => Math.max(0, t) ** exponent;
  }
  const middle = random.uniform(0.3, 0.6);
  const steepness = random.uniform(5, 9);
  const raw = (t) => 1 / (1 + Math.exp(-steepness * (t - middle)));
  return (t) => (raw(t) - raw(0)) / (raw(1) - raw(0));
}

/** A rise that never comes to rest, so that something is left to be gained at any place. */
export function steadyRise(random) {
  const exponent = random.uniform(0.7, 1.4);
  return (t) => Math.max(0, t) ** exponent;
}

/** From proxy to intent: a power, kept odd below zero. */
export function link(random) {
  const exponent = random.uniform(0.65, 1.5);
  return (q) => Math.sign(q) * Math.abs(q) ** exponent;
}

/** 0 before `start`, 1 after `start + width`, a straight line between. */
export function ramp(t, start, width) {
  return Math.min(1, Math.max(0, (t - start) / width));
}

/** A smooth wander of SD 1 from a few random waves; `scale` is its time scale in shares of the run. */
export function wander(random, scale) {
  const waves = Array.from({ length: 4 }, () => ({
    rate: (2 * Math.PI * random.uniform(0.3, 1)) / (4 * scale),
    phase: random.uniform(0, 2 * Math.PI),
  }));
  return (t) => waves.reduce((sum, { rate, phase }) => sum + Math.sin(rate * t + phase), 0) / Math.SQRT2;
}
