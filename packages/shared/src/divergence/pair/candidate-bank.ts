import { faultShapes } from './fault-shapes.js';
import { filtersKept } from './learn-relation.js';

/** Onsets that are held against the data: one per audit, the last ones. */
export const candidatesKept = 23;

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
  logWeight: 7,
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

/** A place for a new candidate: the oldest one's, but never that of the candidate to keep. */
export function takePlace(bank: CandidateBank, keep: number): number {
  let place = bank.made;
  if (bank.made >= candidatesKept) {
    place = -1;
    for (let at = 0; at < candidatesKept; at++) {
      if (at === keep) continue;
      if (place < 0 || bank.facts[factsOf(at)]! < bank.facts[factsOf(place)]!) place = at;
    }
  }
  bank.made++;
  bank.traces.fill(0, place * tracesEach, (place + 1) * tracesEach);
  return place;
}
