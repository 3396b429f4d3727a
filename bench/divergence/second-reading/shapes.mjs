// Curves of the second reading. t is the share of the run.

/** 0 before `start`, 1 after `start + width`, a straight line between. */
export function ramp(t, start, width) {
  return Math.min(1, Math.max(0, (t - start) / Math.max(width, 1e-9)));
}

export function smoothStep(t, start, width) {
  const share = ramp(t, start, width);
  return share * share * (3 - 2 * share);
}

/** From 0 to 1: a line, an exponential (in a quarter of them a growing one), a power or a sigmoid. */
export function riseCurve(random) {
  const kind = random.pick(['line', 'exponential', 'power', 'sigmoid']);
  if (kind === 'line') return (t) => t;
  if (kind === 'exponential') {
    const rate = random.chance(0.75) ? -random.uniform(1, 5) : random.uniform(0.5, 2);
    return (t) => Math.expm1(rate * t) / Math.expm1(rate);
  }
  if (kind === 'power') {
    const exponent = random.uniform(0.4, 1.8);
    return (t) => Math.max(0, t) ** exponent;
  }
  const middle = random.uniform(0.25, 0.7);
  const steepness = random.uniform(5, 14);
  const raw = (t) => 1 / (1 + Math.exp(-steepness * (t - middle)));
  return (t) => (raw(t) - raw(0)) / (raw(1) - raw(0));
}

/** A rise with at least `left` still to come after `from`, and something to see before it. */
export function riseLeaving(random, from, left) {
  for (let tries = 0; tries < 200; tries++) {
    const curve = riseCurve(random);
    if (curve(1) - curve(from) >= left && (from === 0 || curve(from) > 0.15)) return curve;
  }
  return (t) => t;
}

/** A power, its exponent even in the logarithm. */
export function link(random) {
  const exponent = Math.exp(random.uniform(Math.log(0.65), Math.log(1.5)));
  return (q) => Math.sign(q) * Math.abs(q) ** exponent;
}

/** An autoregressive wander of SD 1 that forgets within `scale` of the run. */
export function autoregression(random, scale) {
  const steps = 400;
  const keep = Math.exp(-1 / (scale * steps));
  const values = new Float64Array(steps + 1);
  let value = random.normal();
  for (let j = 0; j <= steps; j++) {
    values[j] = value;
    value = keep * value + Math.sqrt(1 - keep * keep) * random.normal();
  }
  return (t) => values[Math.round(Math.min(1, Math.max(0, t)) * steps)];
}

/** Three waves of `low` to `high` turns a run, SD 1 together. */
export function waves(random, low, high) {
  const parts = Array.from({ length: 3 }, () => ({
    rate: 2 * Math.PI * random.uniform(low, high),
    phase: random.uniform(0, 2 * Math.PI),
    size: random.normal(),
  }));
  const sd = Math.sqrt(parts.reduce((sum, { size }) => sum + size ** 2 / 2, 0));
  return (t) => parts.reduce((sum, { rate, phase, size }) => sum + size * Math.sin(rate * t + phase), 0) / sd;
}
