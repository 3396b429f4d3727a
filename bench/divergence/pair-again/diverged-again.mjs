import { between, bow, length, plus, together } from './quality.mjs';

const beginning = (plan) => Math.floor(plan.random.uniform(220, 950));

/** Optimised before too: in two of three pairs both gained. */
function earlierGains(plan, onset) {
  const { random, size } = plan;
  if (random.chance(1 / 3)) return;
  const days = random.uniform(40, Math.min(250, onset - 60));
  together(plan, bow(random.uniform(0, onset - days), days), size * random.uniform(0.5, 2.5));
}

/** KL grows with time; at `reach` times the distance of the turn it stops. Gold and proxy are worth `gain` at the turn. */
function optimised(plan, turn, gold, proxy) {
  const { random } = plan;
  const onset = beginning(plan);
  const reach = random.uniform(1.4, 2.2);
  const days = between(random, 90, 400);
  const gain = (plan.size * random.uniform(1.5, 4)) / gold(turn);
  for (let t = onset; t < length; t++) {
    const d = turn * reach * Math.sqrt(Math.min(1, (t - onset) / days));
    plan.quality[t] += gain * gold(d);
    plan.display[t] += gain * proxy(d);
  }
  Object.assign(plan, { onset, mode: 'gao' });
}

/** What must be spoken about. */
export const divergedAgain = {
  regressional(plan) {
    const { random, size } = plan;
    const onset = beginning(plan);
    earlierGains(plan, onset);
    const path = bow(onset, random.uniform(120, 245));
    const gain = size * random.uniform(2.5, 5.5);
    plus(plan.display, path, gain);
    plus(plan.quality, path, gain * random.uniform(0, 0.2));
    Object.assign(plan, { onset, mode: 'regressional' });
  },
  /** One long climb of the proxy; above a threshold each further bit of it costs intent. */
  extremal(plan) {
    const { random, size } = plan;
    const onset = beginning(plan);
    const days = random.uniform(150, 300);
    const share = random.uniform(0.35, 0.6);
    const climb = size * random.uniform(3, 6);
    const turn = random.uniform(0.6, 1.6);
    for (let t = 0; t < length; t++) {
      const s = Math.min(1, Math.max(0, (t - onset) / days + share));
      plan.display[t] += climb * s;
      plan.quality[t] += climb * (Math.min(s, share) - turn * Math.max(0, s - share));
    }
    Object.assign(plan, { onset, mode: 'extremal' });
  },
  causal(plan) {
    const { random, size } = plan;
    const onset = beginning(plan);
    earlierGains(plan, onset);
    const path = bow(onset, random.uniform(1, 5));
    const gain = size * random.uniform(1.8, 3.8);
    plus(plan.display, path, gain);
    plus(plan.quality, path, gain * random.uniform(0, 0.1));
    Object.assign(plan, { onset, mode: 'causal' });
  },
  adversarial(plan) {
    const { random, size } = plan;
    const onset = beginning(plan);
    earlierGains(plan, onset);
    plus(plan.display, bow(onset, random.uniform(1, 3)), size * random.uniform(1, 3));
    const often = random.uniform(0.04, 0.15);
    for (let t = onset; t < length; t++) {
      if (!random.chance(often)) continue;
      const height = size * random.uniform(1, 3.5);
      for (let k = random.integer(1, 2); k > 0 && t < length; k--) plan.display[t++] += height;
    }
    plus(plan.quality, bow(onset, random.uniform(7, 30)), -size * random.uniform(1, 3.2));
    Object.assign(plan, { onset, mode: 'adversarial' });
  },
  'Gao, RL'(plan) {
    const turn = plan.random.uniform(3, 7);
    const b = 1 / (1 + Math.log(turn));
    const log = (d) => (d > 0 ? d * Math.log(d) : 0);
    const kept = plan.random.uniform(0.1, 0.4);
    optimised(
      plan,
      turn,
      (d) => d - b * log(d),
      (d) => d - kept * b * log(d),
    );
  },
  'Gao, best of n'(plan) {
    const turn = plan.random.uniform(1.2, 3.7);
    const b = 1 / (2 * turn);
    const kept = plan.random.uniform(0, 0.25);
    optimised(
      plan,
      turn,
      (d) => d - b * d * d,
      (d) => d - kept * b * d * d,
    );
  },
};
