import { logUniform, wave } from './wandering.mjs';

/** Three years. */
export const length = 1096;

/**
 * What all families begin from: one shared factor that proxy and intent follow, and what each has of its own. Units are
 * SDs of the factor. `wide` draws from ranges half as wide again as those that were tuned on.
 */
export function plainPair(random, wide) {
  const w = wide ? 1.5 : 1;
  const factor = wave(random, length, logUniform(random, 15 / w, 60 * w));
  return {
    random,
    wide,
    /** What the intent follows, and what the proxy shows. */
    real: factor,
    shown: factor.slice(),
    lag: random.integer(0, random.chance(0.5) ? 0 : 14),
    link: random.uniform(0.8 / w, 1.1),
    misfit: { size: random.uniform(0.2, 0.45 * w), days: logUniform(random, 7, 40 * w) },
    proxyNoise: {
      white: random.uniform(0.3 / w, 0.8 * w),
      slow: random.uniform(0.1, 0.35 * w),
      days: logUniform(random, 4, 20 * w),
    },
    weekly: random.uniform(0, 0.4 * w),
    annual: 0,
    spread: random.uniform(0.16 / w, 0.34 * w),
    level: random.uniform(0.6, 1.8),
    size: Math.round(logUniform(random, 80, 300)),
    sizeAfter: { at: Infinity, times: 1 },
    missing: random.uniform(0, 0.2),
    outliers: 0.002,
    gaps: [],
    /** Added to the intent alone, factor SDs. */
    lost: new Float64Array(length),
    onset: null,
    mode: null,
  };
}
