import { Problem } from '../../platform/problem/problem.js';
import { instantFrom, textFrom } from '../vendor-text.js';
import type { OfferedSeries } from '../series/offered-series.js';

type Given = Record<string, unknown>;

interface Score {
  name: string;
  labels: Record<string, string>;
  value: number;
}

const isObject = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a results file of promptfoo: each named score becomes a value per provider and prompt, the mean over its test
 * cases with their number; `score` is the overall score and `pass` the share that passed. A result is counted once by
 * evaluation, prompt, test and provider, whatever row id it has.
 * @throws Problem 400 for anything else
 */
export function translatePromptfoo(file: unknown): { series: OfferedSeries[]; left: string[] } {
  const { evalId, results } = isObject(file) ? file : {};
  const { timestamp, results: rows } = isObject(results) ? results : {};
  const at = instantFrom(timestamp);
  if (!Array.isArray(rows) || at === null)
    throw new Problem(
      'request/invalid',
      'This is no results file of promptfoo: it has no "results.results" and time.',
    );
  const left: string[] = [];
  const counted = new Map<string, { name: string; labels: Record<string, string>; sum: number; n: number }>();
  const seen = new Set<string>();
  rows.forEach((row: unknown, index) => {
    const scores = isObject(row) ? scoresOf(row, textFrom(evalId, 120), seen) : null;
    if (scores === null) left.push(`Result ${index + 1} is not a result.`);
    for (const { name, labels, value } of scores ?? []) {
      const key = JSON.stringify([name, labels]);
      const line = counted.get(key) ?? { name, labels, sum: 0, n: 0 };
      counted.set(key, { ...line, sum: line.sum + value, n: line.n + 1 });
    }
  });
  const series = [...counted.values()].map(({ name, labels, sum, n }): OfferedSeries => {
    return { name, labels, kind: 'reading', points: [{ at, value: sum / n, n }] };
  });
  return { series, left };
}

/** @returns the scores of one result; [] when it was counted before */
function scoresOf(row: Given, evalId: string, seen: Set<string>): Score[] | null {
  const { testIdx, score, success, namedScores } = row;
  if (typeof score !== 'number' && !isObject(namedScores)) return null;
  const provider = textFrom(isObject(row.provider) ? row.provider.id : row.provider, 200);
  const prompt = textFrom(isObject(row.prompt) ? (row.prompt.label ?? row.prompt.raw) : row.promptIdx, 200);
  const identity = JSON.stringify([evalId, row.promptId ?? row.promptIdx, testIdx, provider]);
  if (seen.has(identity)) return [];
  seen.add(identity);
  const labels = Object.fromEntries(
    Object.entries({ provider, prompt, suite: suiteOf(row) }).filter(([, value]) => value !== ''),
  );
  const named = isObject(namedScores) ? Object.entries(namedScores) : [];
  const whole = [
    ...(typeof score === 'number' ? [['score', score] as const] : []),
    ...(typeof success === 'boolean' ? [['pass', success ? 1 : 0] as const] : []),
  ];
  return [...named, ...whole].flatMap(([name, value]): Score[] =>
    typeof value === 'number' && Number.isFinite(value) ? [{ name: name.slice(0, 200), labels, value }] : [],
  );
}

/** What a test case says it belongs to, where it says so. */
function suiteOf({ testCase }: Given): string {
  const { metadata } = isObject(testCase) ? testCase : {};
  return textFrom(isObject(metadata) ? metadata.suite : '', 120);
}
