/** Audits in order of x. `n` is the sample size where it is known. */
export interface Audits {
  x: readonly number[];
  value: readonly number[];
  n: readonly (number | null)[];
}

/** The level behind the audits, with the 90 % interval of where it lies. */
export interface Band {
  x: number[];
  mid: number[];
  low: number[];
  high: number[];
}

const z90 = 1.645;
/** How many places are worked out between two audits. */
const between = 6;

/**
 * A wandering level seen through noise, smoothed forwards and backwards (Rauch, Tung & Striebel). Where audits
 * are missing the interval widens by itself.
 * @param share whether the values are shares of n, whose noise is known
 * @param until where the level is still asked for after the last audit
 */
export function smoothLevel(audits: Audits, share: boolean, until = -Infinity): Band {
  const count = audits.x.length;
  if (count === 0) return { x: [], mid: [], low: [], high: [] };
  const noise = noiseOf(audits, share);
  const drift = driftOf(audits, noise);
  const x: number[] = [];
  const seen: (number | null)[] = [];
  audits.x.forEach((at, index) => {
    x.push(at);
    seen.push(index);
    const next = audits.x[index + 1] ?? (until > at ? until : undefined);
    for (let step = 1; next !== undefined && step <= between; step += 1) {
      x.push(at + ((next - at) * step) / (between + 1));
      seen.push(null);
    }
  });
  if (until > x.at(-1)!) {
    x.push(until);
    seen.push(null);
  }
  return smooth(x, seen, audits.value, noise, drift);
}

function smooth(
  x: number[],
  seen: (number | null)[],
  value: readonly number[],
  noise: number[],
  drift: number,
): Band {
  const filtered: { mean: number; variance: number; predicted: number }[] = [];
  let mean = value[0]!;
  let variance = 1e6 * (noise[0]! + drift) + 1e-12;
  x.forEach((at, place) => {
    variance += place === 0 ? 0 : drift * (at - x[place - 1]!);
    const predicted = variance;
    const index = seen[place] ?? null;
    if (index !== null) {
      const gain = variance / (variance + noise[index]!);
      mean += gain * (value[index]! - mean);
      variance *= 1 - gain;
    }
    filtered.push({ mean, variance, predicted });
  });
  const band: Band = { x, mid: [], low: [], high: [] };
  let later = { mean, variance };
  for (let place = x.length - 1; place >= 0; place -= 1) {
    const here = filtered[place]!;
    const after = filtered[place + 1];
    if (after) {
      const back = here.variance / after.predicted;
      later = {
        mean: here.mean + back * (later.mean - here.mean),
        variance: here.variance + back * back * (later.variance - after.predicted),
      };
    }
    const reach = z90 * Math.sqrt(Math.max(0, later.variance));
    band.mid[place] = later.mean;
    band.low[place] = later.mean - reach;
    band.high[place] = later.mean + reach;
  }
  return band;
}

/** Variance of each audit: of a share by its sample size, else by how neighbours scatter. */
function noiseOf({ value, n }: Audits, share: boolean): number[] {
  const differences = value.slice(1).map((one, index) => one - value[index]!);
  const square = mean(differences.map((one) => one * one));
  const lag = mean(differences.slice(1).map((one, index) => -one * differences[index]!));
  const scatter = Math.max(Math.min(lag, square / 2), square / 10, 1e-12);
  const sizes = n.filter((size) => size !== null);
  const usual = mean(sizes) || 1;
  return value.map((one, index) => {
    const size = n[index] ?? null;
    if (!share || size === null) return scatter * (size === null ? 1 : usual / size);
    const middle = (one * size + 2) / (size + 4);
    return (middle * (1 - middle)) / (size + 4);
  });
}

/** Variance that the level gains for each unit of x. */
function driftOf({ x, value }: Audits, noise: number[]): number {
  const span = x.at(-1)! - x[0]!;
  if (value.length < 2 || span <= 0) return 1e-12;
  let moved = 0;
  for (let index = 1; index < value.length; index += 1) {
    moved += (value[index]! - value[index - 1]!) ** 2 - noise[index]! - noise[index - 1]!;
  }
  const least = (0.12 * mean(noise) * value.length) / span;
  return Math.max(moved / span, least);
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
