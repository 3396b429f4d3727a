import { checkRun } from '@plumbline/shared/divergence/run/check-run';
import { LineError } from './line-error.mjs';
import { seriesKind } from './series-kind.mjs';

const axes = ['step', 'time', 'kl'];

/** The verdict on the run of one line. */
export function answerCheck(line) {
  const check = checkRun(inputOf(line));
  const { onset, turningPoint } = check;
  return {
    id: line.id,
    verdict: check.verdict,
    pDiverged: check.pDiverged,
    onset: onset?.at ?? null,
    onsetLo: onset?.lo ?? null,
    onsetHi: onset?.hi ?? null,
    turningPoint: turningPoint?.at ?? null,
    lo: turningPoint?.lo ?? null,
    hi: turningPoint?.hi ?? null,
    sentence: check.sentence,
  };
}

function inputOf(line) {
  if (typeof line.id !== 'string' || line.id === '') throw new LineError('"id" must be a non-empty string.');
  if (!axes.includes(line.axis)) throw new LineError(`"axis" must be one of: ${axes.join(', ')}.`);
  if (!Array.isArray(line.rows)) throw new LineError('"rows" must be a list of {x, p, i, n}.');
  return {
    axis: line.axis,
    proxy: seriesKind(line.proxy, 'proxy'),
    intent: seriesKind(line.intent, 'intent'),
    rows: line.rows.map(rowOf),
    live: line.live === true,
  };
}

function rowOf(row, index) {
  const where = `row ${index + 1}`;
  if (typeof row !== 'object' || row === null)
    throw new LineError(`${where} must be an object {x, p, i, n}.`);
  if (typeof row.x !== 'number') throw new LineError(`${where}: "x" must be a number.`);
  const [p, i, n] = ['p', 'i', 'n'].map((name) => {
    const value = row[name] ?? null;
    if (value !== null && typeof value !== 'number') {
      throw new LineError(`${where}: "${name}" must be a number or null.`);
    }
    return value;
  });
  if (n !== null && n <= 0) throw new LineError(`${where}: "n" must be above 0, or null where nobody said.`);
  return { x: row.x, p, i, n };
}
