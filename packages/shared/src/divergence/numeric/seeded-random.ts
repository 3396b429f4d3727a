/** A stream of numbers that its seed decides: for generators of test data; the detector itself draws nothing. */
export interface SeededRandom {
  /** Evenly in [low, high). */
  uniform(low?: number, high?: number): number;
  normal(): number;
  chance(probability: number): boolean;
  /** A whole number in [low, high]. */
  integer(low: number, high: number): number;
  pick<T>(choices: readonly T[]): T;
}

/** sfc32, seeded through FNV-1a of a word: the same word gives the same stream on every engine. */
export function seededRandom(seed: string): SeededRandom {
  let hash = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
  let a = hash | 0;
  let b = 0x9e3779b9 | 0;
  let c = (hash ^ 0x243f6a88) | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 15; i++) next();
  const uniform = (low = 0, high = 1) => low + (high - low) * next();
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    chance: (probability) => next() < probability,
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (choices) => choices[Math.floor(next() * choices.length)]!,
  };
}
