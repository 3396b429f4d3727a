import { faultShapes } from './fault-shapes.js';
import { filtersKept } from './learn-relation.js';

/** Onsets that are held against the data: one per audit, the older ones further apart. */
export const candidatesKept = 26;

/** Days that candidates reach back, and how much of its age one may forget before its spacing grows. */
const longestMemory = 400;
const agelessDays = 45;

/** Facts of a candidate onset. */
export const fact = {
  /** The onset lies between the audit before and the one it was made at; `at` is their middle. */
  from: 0,
  to: 1,
  at: 2,
  /** Last complete day before, with the running sums there and the level of the three weeks before. */
  day: 3,
  sum: 4,
  count: 5,
  before: 6,
  /** Hazard, fixed from what was known then. */
  weight: 7,
  size: 8,
} as const;

/** What a fault shape of a candidate leaves in a filter: two sums and what the filter has learned of it. */
export const trace = { information: 0, pull: 1, learned: 2, size: 6 } as const;

const tracesEach = filtersKept * faultShapes.length * trace.size;

export interface CandidateBank {
  made: number;
  facts: Float64Array;
  traces: Float64Array;
}

export function noCandidates(): CandidateBank {
  return {
    made: 0,
    facts: new Float64Array(candidatesKept * fact.size),
    traces: new Float64Array(candidatesKept * tracesEach),
  };
}

/** How many there are; they stand in places 0 to this, in no order once the bank is full. */
export function candidateCount(bank: CandidateBank): number {
  return Math.min(bank.made, candidatesKept);
}

export function factsOf(place: number): number {
  return place * fact.size;
}

export function traceAt(place: number, filter: number): number {
  return place * tracesEach + filter * faultShapes.length * trace.size;
}

/**
 * A place for a new candidate at `now`. In a full bank the oldest goes where it is older than a year; otherwise one goes
 * whose time its later neighbour takes over, so that the spacing grows with age. Never the one to keep.
 */
export function takePlace(bank: CandidateBank, now: number, keep: number): number {
  const place = bank.made < candidatesKept ? bank.made : leave(bank, now, keep);
  bank.made++;
  bank.traces.fill(0, place * tracesEach, (place + 1) * tracesEach);
  return place;
}

function leave(bank: CandidateBank, now: number, keep: number): number {
  const { facts } = bank;
  const order = Array.from({ length: candidatesKept }, (_, place) => place);
  order.sort((one, other) => facts[factsOf(one) + fact.to]! - facts[factsOf(other) + fact.to]!);
  const oldest = order[0]!;
  if (oldest !== keep && now - facts[factsOf(oldest) + fact.to]! > longestMemory) return oldest;
  let least = Infinity;
  let leaves = 0;
  for (let k = 0; k < candidatesKept - 1; k++) {
    if (order[k] === keep) continue;
    const later = factsOf(order[k + 1]!);
    const length = facts[later + fact.to]! - facts[factsOf(order[k]!) + fact.from]!;
    const cost = length / (now - facts[later + fact.to]! + agelessDays);
    if (cost < least) {
      least = cost;
      leaves = k;
    }
  }
  const gone = factsOf(order[leaves]!);
  const heir = factsOf(order[leaves + 1]!);
  facts[heir + fact.from] = facts[gone + fact.from]!;
  facts[heir + fact.weight]! += facts[gone + fact.weight]!;
  return order[leaves]!;
}
