/** An Ornstein-Uhlenbeck path of `length` days: SD one, correlation 1/e after `days`. */
export function wave(random, length, days) {
  const keep = Math.exp(-1 / days);
  const shake = Math.sqrt(1 - keep * keep);
  const path = new Float64Array(length);
  let value = random.normal();
  for (let t = 0; t < length; t++) {
    path[t] = value;
    value = keep * value + shake * random.normal();
  }
  return path;
}

/** Zero before `from`, one from `from + days` on, straight between. */
export function ramp(length, from, days) {
  return Float64Array.from({ length }, (_, t) => Math.min(1, Math.max(0, (t - from) / Math.max(days, 1e-9))));
}

/** path + scale * other, in place. */
export function add(path, other, scale = 1) {
  for (let t = 0; t < path.length; t++) path[t] += scale * other[t];
}

export function logUniform(random, low, high) {
  return Math.exp(random.uniform(Math.log(low), Math.log(high)));
}

/** How often of n with chance p. */
export function binomial(random, n, p) {
  let hits = 0;
  for (let k = 0; k < n; k++) if (random.chance(p)) hits++;
  return hits;
}
