import { candidateCount, fact, factsOf, type CandidateBank } from './candidate-bank.js';
import { meanOfDays, type ProxyDays } from './proxy-days.js';

/** Tempering of what the audits say: candidates share more than the model knows. */
const temper = 1;
/** How much a jump of the proxy, and the beginning of its rise, count beside the audits. */
const jumpShare = 0.5;
const riseShare = 0.3;
/** SDs, in usual jumps, of a jump and of a rise in a week that go with an onset. */
const jumpSize = 3;
const riseSize = 0.6;
/** Log of the most that the proxy alone may say for a day. */
const mostGain = 6;
/** Of a candidate: after a silence of years it is looked at in longer stretches than days. */
const mostStretches = 400;

export interface Located {
  onset: number;
  lo: number;
  hi: number;
}

/**
 * Where it began, day by day: the shares of the candidates, weighed with where the proxy jumped or began to rise.
 * Median and the 5 and 95 % points.
 */
export function locateOnset(bank: CandidateBank, shares: Float64Array, days: ProxyDays): Located {
  const places = Array.from({ length: candidateCount(bank) }, (_, place) => place);
  const factOf = (place: number, which: number) => bank.facts[factsOf(place) + which]!;
  places.sort((one, other) => factOf(one, fact.from) - factOf(other, fact.from));
  const starts: number[] = [];
  const widths: number[] = [];
  const masses: number[] = [];
  let total = 0;
  for (const place of places) {
    const from = factOf(place, fact.from);
    const length = Math.max(1, Math.round(factOf(place, fact.to) - from));
    const width = Math.ceil(length / mostStretches);
    const share = (shares[place]! ** temper * width) / length;
    for (let k = 0; k < length; k += width) {
      const mass = share * proxyFactor(days, Math.floor(from) + k);
      starts.push(from + k);
      widths.push(width);
      masses.push(mass);
      total += mass;
    }
  }
  const at = (share: number) => {
    let gathered = 0;
    for (let k = 0; k < masses.length; k++) {
      gathered += masses[k]! / total;
      if (gathered >= share) return starts[k]! + widths[k]! * (1 - (gathered - share) / (masses[k]! / total));
    }
    return starts.at(-1)! + widths.at(-1)!;
  };
  return { onset: at(0.5), lo: at(0.05), hi: at(0.95) };
}

/** How much likelier the proxy's path is if something began on the day after `day`. */
function proxyFactor(days: ProxyDays, day: number): number {
  const usual = days.jumpSquare;
  if (!(usual > 0)) return 1;
  const before = meanOfDays(days, day - 7, day);
  const jump =
    (meanOfDays(days, day, day + 5) - before) ** 2 * Math.sign(meanOfDays(days, day, day + 5) - before);
  const weeks = Math.max(1, (days.day - day) / 7);
  const rise = meanOfDays(days, Math.max(day, days.day - 7), days.day) - before;
  return (
    1 -
    jumpShare -
    riseShare +
    jumpShare * likelier(jump / usual, jumpSize ** 2) +
    riseShare * likelier((rise * Math.abs(rise)) / (usual * weeks), weeks * riseSize ** 2)
  );
}

/** Bayes factor of a change whose square, in usual ones, is `square` (negative for a fall): N(0, 1 + size) against N(0, 1). */
function likelier(square: number, size: number): number {
  if (Number.isNaN(square)) return 1;
  const gain = square > 0 ? Math.min(mostGain, (0.5 * square * size) / (1 + size)) : 0;
  return Math.exp(gain) / Math.sqrt(1 + size);
}
