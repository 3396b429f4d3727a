/** Three years. */
export const length = 1096;

const smoothStep = (s) => (s <= 0 ? 0 : s >= 1 ? 1 : s * s * (3 - 2 * s));

/** From zero at `from` to one at `from + days`, without a corner. */
export function bow(from, days) {
  return Float64Array.from({ length }, (_, t) => smoothStep((t - from) / days));
}

/** A level drawn every few days that forgets slowly, straight lines between: SD about one. */
export function knots(random, every, memory) {
  const keep = Math.exp(-every / memory);
  const path = new Float64Array(length);
  let last = random.normal();
  let next = last;
  for (let t = 0; t < length; t++) {
    const k = t % every;
    if (k === 0) {
      last = next;
      next = keep * last + Math.sqrt(1 - keep * keep) * random.normal();
    }
    path[t] = last + (k / every) * (next - last);
  }
  return path;
}

export function plus(path, other, scale = 1) {
  for (let t = 0; t < length; t++) path[t] += scale * other[t];
}

export function between(random, low, high) {
  return Math.exp(random.uniform(Math.log(low), Math.log(high)));
}

/** Both follow the path. */
export function together(plan, path, scale) {
  plus(plan.quality, path, scale);
  plus(plan.display, path, scale);
}
