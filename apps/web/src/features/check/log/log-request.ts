import type { RunRow } from '@plumbline/shared/divergence/run/run-input';
import type { Body } from '../../../client/call.js';
import type { CheckedRun, Half } from '../checked-run.js';
import { plainWords, titleWords, verdictWords } from '../words/verdict-words.js';

/** What a person says to log a checked run. */
export interface LogFields {
  /** What the number should stand for. */
  intent: string;
  /** Name of a system, known or new. */
  system: string;
  proxy: string;
  measure: string;
}

type Request = Body<'POST /checks'>;

/** The most rows that are logged. */
export const mostLoggedRows = 5000;

/**
 * The request that logs a checked run.
 * @param rows as they were pasted
 * @param known the systems there are; one of the same name is meant
 */
export function logRequest(
  { run, check }: CheckedRun,
  rows: readonly RunRow[],
  fields: LogFields,
  known: readonly { id: string; name: string }[],
): Request {
  const name = fields.system.trim();
  const system = known.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const half = ({ direction, scale }: Half, called: string) => ({ name: called.trim(), direction, scale });
  const located = check.pDiverged > 0.5 ? (check.turningPoint ?? check.onset) : null;
  return {
    title: titleWords({ run, check }).slice(0, 300),
    intent: fields.intent.trim(),
    system: system ? { id: system.id } : { name },
    axis: run.axis,
    proxy: half(run.proxy, fields.proxy),
    measure: half(run.intent, fields.measure),
    rows: rows.map(({ x, p, i, n }) => ({ x, p, i, n: n === null ? null : Math.round(n) })),
    finding: {
      verdict: check.verdict,
      sentence: plainWords(verdictWords({ run, check })),
      pDiverged: check.pDiverged,
      onset: located && { at: located.at, lo: located.lo, hi: located.hi },
    },
  };
}
