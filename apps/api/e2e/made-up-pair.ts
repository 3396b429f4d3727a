import { SeededRandom } from '../src/harness/seed/random.js';

const dayMs = 86_400_000;

interface Traits {
  seed: number;
  days: number;
  /** The day (from the beginning) from which the proxy rises while the intent falls; never when left out. */
  apartFrom?: number;
  /** How long before now it ends. */
  endsDaysAgo?: number;
}

export interface MadeUpPair {
  proxy: { at: string; value: number }[];
  intent: { at: string; value: number; n: number }[];
  apartAt: string | null;
}

/** Daily values in minutes and weekly audits as shares, together until they come apart; the same for a seed. */
export function madeUpPair({ seed, days, apartFrom, endsDaysAgo = 1 }: Traits): MadeUpPair {
  const random = new SeededRandom(seed);
  const end = Math.floor(Date.now() / dayMs) * dayMs - endsDaysAgo * dayMs;
  const atDay = (day: number) => new Date(end - (days - 1 - day) * dayMs);
  const made: MadeUpPair = {
    proxy: [],
    intent: [],
    apartAt: apartFrom === undefined ? null : atDay(apartFrom).toISOString(),
  };
  let shared = 0;
  for (let day = 0; day < days; day += 1) {
    shared = 0.98 * shared + 0.12 * random.normal();
    const apart = apartFrom === undefined ? 0 : Math.min(1, Math.max(0, (day - apartFrom) / 25));
    const value = 30 + 1.5 * (shared + 2.4 * apart + 0.35 * random.normal());
    made.proxy.push({ at: atDay(day).toISOString(), value: Number(value.toFixed(3)) });
    if (day % 7 !== 3) continue;
    const n = Math.round(random.between(140, 240));
    const share = 1 / (1 + Math.exp(-(0.6 + 0.16 * shared - 0.6 * apart + 0.03 * random.normal())));
    const at = new Date(atDay(day).getTime() + dayMs / 2).toISOString();
    made.intent.push({ at, value: random.successes(n, share) / n, n });
  }
  return made;
}
