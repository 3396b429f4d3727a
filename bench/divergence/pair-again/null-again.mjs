import { between, bow, knots, length, together } from './quality.mjs';

/** A gain or loss of both over months. */
function move(plan, sign) {
  const { random, w, size } = plan;
  const from = random.uniform(100, 700);
  together(plan, bow(from, between(random, 60 / w, 400 * w)), sign * size * random.uniform(1.5 / w, 5 * w));
}

/** What must stay quiet. */
export const nullAgain = {
  quiet() {},
  'both rise': (plan) => move(plan, 1),
  'both fall': (plan) => move(plan, -1),
  'both wander'(plan) {
    let value = 0;
    const step = plan.size * plan.random.uniform(0.04, 0.1 * plan.w);
    together(
      plan,
      Float64Array.from({ length }, () => (value += step * plan.random.normal())),
      1,
    );
  },
  'outliers and silences'(plan) {
    plan.spikes = plan.random.uniform(0.01, 0.03);
    for (let k = 0; k < 4; k++) {
      const from = plan.random.uniform(20, 1050);
      plan.silences.push([from, from + 7 * plan.random.integer(1, 3)]);
    }
  },
  'audit size changes'(plan) {
    plan.nAfter = { from: plan.random.uniform(200, 900), times: plan.random.pick([1 / 4, 4]) };
  },
  'level shift, intent later'(plan) {
    const { random, size } = plan;
    const from = random.uniform(200, 950);
    const by = size * random.uniform(0.8, 2.2 * plan.w) * random.pick([-1, 1]);
    const days = random.uniform(1, 5);
    const later = Math.max(0, random.uniform(7, 28) - plan.lag);
    const shown = bow(from, days);
    const real = bow(from + later, days);
    for (let t = 0; t < length; t++) {
      plan.display[t] += by * shown[t];
      plan.quality[t] += by * real[t];
    }
  },
  seasons(plan) {
    const { random, size } = plan;
    plan.week = plan.week.map(() => size * random.uniform(-1.5, 1.5));
    const phase = random.uniform(0, 365);
    const year = Float64Array.from({ length }, (_, t) => Math.cos((2 * Math.PI * (t - phase)) / 365.25));
    together(plan, year, size * random.uniform(0.7, 1.6 * plan.w));
  },
  'persistent proxy noise'(plan) {
    plan.slow = plan.size * plan.random.uniform(0.5, 0.9 * plan.w);
    plan.slowDays = between(plan.random, 7, 35 * plan.w);
  },
  'weak link'(plan) {
    plan.passes = plan.random.uniform(0.3 / plan.w, 0.55);
    const others = knots(plan.random, 7, between(plan.random, 15, 50));
    for (let t = 0; t < length; t++) plan.quality[t] += 0.4 * plan.size * others[t];
  },
};
