import type { RunWarning, RunWarningCode } from './run-check.js';

const rows = (count: number | string) => (count === 1 ? '1 row' : `${count} rows`);

/** What to say for each doubt; `about` is a count, or the series it concerns. */
const sentences: Record<RunWarningCode, (about: number | string) => string> = {
  percentages_taken_as_shares: (which) =>
    `The ${which} has numbers above 1: they were read as percentages. Choose another scale if they are none.`,
  proportion_out_of_range: (which) =>
    `The ${which} has numbers that no proportion can have: choose "score" or "unbounded" as its scale.`,
  constant_intent: () => 'The intent never changes: check that it is measured anew at each evaluation.',
  constant_proxy: () => 'The proxy never changes: there is no optimisation to hold the intent against.',
  duplicate_rows_merged: (count) => `${rows(count)} stood at a place that another row has: they were merged.`,
  unreadable_rows_dropped: (count) => `${rows(count)} had no place or no number and were left out.`,
  too_few_evaluations: (count) =>
    `${rows(count)} with an intent: at least 4 are needed, and 15 or more to see anything but a collapse.`,
  n_assumed: (n) =>
    `n = ${n} assumed where it is missing. Add the number of independent items to be told more exactly.`,
};

export function warn(code: RunWarningCode, about: number | string = 0): RunWarning {
  return { code, sentence: sentences[code](about) };
}
