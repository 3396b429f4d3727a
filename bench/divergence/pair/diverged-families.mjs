import { length } from './plain-pair.mjs';
import { add, logUniform, ramp } from './wandering.mjs';

/** Earliest and latest onset: after the reference period, with four months left to see it. */
const onsetIn = (pair) => Math.floor(pair.random.uniform(230, 940));

/** Both rise a little before, as they do where a team optimises; in half of the pairs. */
function historyOfGains(pair, until) {
  const { random } = pair;
  if (random.chance(0.5)) return;
  const path = ramp(length, random.uniform(100, until), random.uniform(60, 300));
  for (let t = until; t < length; t++) path[t] = path[until];
  const size = random.uniform(0.5, 2);
  add(pair.real, path, size);
  add(pair.shown, path, size);
}

/**
 * Optimised from the onset on, KL linear in time: the intent follows `gold(d)` and the proxy `proxy(d)`, d = sqrt(KL),
 * which is `turn` (where gold turns) after two to eight months.
 */
function gao(pair, turn, gold, proxy) {
  const { random } = pair;
  const onset = onsetIn(pair);
  const days = logUniform(random, 60, 250);
  const gain = random.uniform(1.5, 3.5) / gold(turn);
  for (let t = onset; t < length; t++) {
    const d = turn * Math.sqrt((t - onset) / days);
    pair.real[t] += Math.max(-4, gain * gold(d));
    pair.shown[t] += gain * proxy(d);
  }
  Object.assign(pair, { onset, mode: 'gao' });
}

/** Families that must be spoken about: each changes a plain pair and says when it began. */
export const divergedFamilies = {
  /** Selection on noise: a slow gain of the proxy that is 80 to 100 % hollow. */
  regressional(pair) {
    const { random } = pair;
    const onset = onsetIn(pair);
    historyOfGains(pair, onset);
    const path = ramp(length, onset, random.uniform(120, 240));
    const size = random.uniform(2.5, 5);
    add(pair.shown, path, size);
    add(pair.real, path, size * random.uniform(0, 0.2));
    Object.assign(pair, { onset, mode: 'regressional' });
  },
  /** Real gains up to a threshold, then the proxy goes on and the intent turns back. */
  extremal(pair) {
    const { random } = pair;
    const onset = onsetIn(pair);
    const before = random.uniform(60, 160);
    const gain = random.uniform(1, 2.5);
    const gains = ramp(length, onset - before, before);
    add(pair.real, gains, gain);
    add(pair.shown, gains, gain);
    const days = random.uniform(60, 150);
    add(pair.shown, ramp(length, onset, days), random.uniform(1, 2.5));
    add(pair.real, ramp(length, onset, days), -random.uniform(1.5, 3.5));
    Object.assign(pair, { onset, mode: 'extremal' });
  },
  /** The proxy is moved within days; the intent follows by at most a tenth. */
  causal(pair) {
    const { random } = pair;
    const onset = onsetIn(pair);
    historyOfGains(pair, onset);
    const size = random.uniform(2, 3.5);
    const path = ramp(length, onset, random.uniform(1, 5));
    add(pair.shown, path, size);
    add(pair.real, path, size * random.uniform(0, 0.1));
    Object.assign(pair, { onset, mode: 'causal' });
  },
  /** A jump with bursts while the intent falls over one to four weeks. */
  adversarial(pair) {
    const { random } = pair;
    const onset = onsetIn(pair);
    historyOfGains(pair, onset);
    add(pair.shown, ramp(length, onset, random.uniform(1, 4)), random.uniform(1, 2.5));
    for (let t = onset; t < length; t += Math.ceil(random.uniform(5, 25))) {
      for (let k = random.integer(1, 3); k > 0 && t + k < length; k--) {
        pair.shown[t + k] += random.uniform(1, 3);
      }
    }
    add(pair.real, ramp(length, onset, random.uniform(7, 30)), -random.uniform(1.2, 3));
    Object.assign(pair, { onset, mode: 'adversarial' });
  },
  gao_rl(pair) {
    const turn = pair.random.uniform(3, 7);
    const b = 1 / (1 + Math.log(turn));
    const gold = (d) => (d > 0 ? d - b * d * Math.log(d) : 0);
    gao(pair, turn, gold, (d) => d - 0.25 * b * (d > 0 ? d * Math.log(d) : 0));
  },
  gao_best_of_n(pair) {
    const turn = pair.random.uniform(1.2, 3.7);
    const b = 1 / (2 * turn);
    gao(
      pair,
      turn,
      (d) => d - b * d * d,
      (d) => d - 0.15 * b * d * d,
    );
  },
};
