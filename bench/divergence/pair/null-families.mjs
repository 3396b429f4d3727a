import { length } from './plain-pair.mjs';
import { add, logUniform, ramp, wave } from './wandering.mjs';

const both = (pair, path, scale) => {
  add(pair.real, path, scale);
  add(pair.shown, path, scale);
};

/** A rise or fall of both that takes months, once or twice. */
function drift(pair, sign) {
  const { random } = pair;
  const w = pair.wide ? 1.5 : 1;
  for (let k = random.integer(1, 2); k > 0; k--) {
    const days = logUniform(random, 70 / w, 500 * w);
    both(pair, ramp(length, random.uniform(120, 800), days), sign * random.uniform(1.5 / w, 4 * w));
  }
}

/** Families that must stay quiet: each changes a plain pair. */
export const nullFamilies = {
  nothing() {},
  rise: (pair) => drift(pair, 1),
  fall: (pair) => drift(pair, -1),
  wander(pair) {
    const { random } = pair;
    const path = new Float64Array(length);
    let value = 0;
    const step = random.uniform(0.05, pair.wide ? 0.15 : 0.1);
    for (let t = 0; t < length; t++) path[t] = value += step * random.normal();
    both(pair, path, 1);
  },
  steps_up(pair) {
    const { random } = pair;
    for (let t = random.uniform(60, 200); t < length; t += random.uniform(60, 200)) {
      both(pair, ramp(length, t, random.uniform(1, 10)), random.uniform(0.3, pair.wide ? 1.5 : 1));
    }
  },
  outliers_and_gaps(pair) {
    const { random } = pair;
    pair.outliers = random.uniform(0.01, 0.04);
    for (let k = random.integer(1, 4); k > 0; k--) {
      const from = random.uniform(30, length - 30);
      pair.gaps.push({ from, to: from + random.uniform(7, 21) });
    }
  },
  size_changes(pair) {
    pair.sizeAfter = { at: pair.random.uniform(200, 900), times: pair.random.pick([0.25, 4]) };
    if (pair.sizeAfter.times < 1) pair.size = Math.max(pair.size, 160);
  },
  follows_late(pair) {
    const { random } = pair;
    const at = random.uniform(200, 900);
    const size = random.pick([-1, 1]) * random.uniform(0.8, pair.wide ? 3 : 2);
    const days = random.uniform(1, 7);
    add(pair.shown, ramp(length, at, days), size);
    add(pair.real, ramp(length, at + random.uniform(7, 28) - pair.lag, days), size);
  },
  seasons(pair) {
    pair.weekly = pair.random.uniform(0.5, 1.5);
    const size = pair.random.uniform(0.5, pair.wide ? 2 : 1.5);
    const phase = pair.random.uniform(0, 2 * Math.PI);
    both(
      pair,
      Float64Array.from({ length }, (_, t) => Math.sin((2 * Math.PI * t) / 365.25 + phase)),
      size,
    );
  },
  proxy_noise(pair) {
    pair.proxyNoise.slow = pair.random.uniform(0.5, pair.wide ? 1.1 : 0.8);
    pair.proxyNoise.days = logUniform(pair.random, 7, pair.wide ? 60 : 35);
  },
  weak_link(pair) {
    pair.link = pair.random.uniform(pair.wide ? 0.2 : 0.3, 0.5);
    pair.misfit.size = pair.random.uniform(0.4, 0.7);
  },
  weak_link_rise(pair) {
    nullFamilies.weak_link(pair);
    drift(pair, 1);
  },
  noisy_rise(pair) {
    nullFamilies.proxy_noise(pair);
    drift(pair, 1);
  },
  intent_waves(pair) {
    add(pair.lost, wave(pair.random, length, pair.random.uniform(20, pair.wide ? 90 : 50)), 0.25);
  },
};
