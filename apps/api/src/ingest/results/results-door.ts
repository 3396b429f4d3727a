import { readJson } from '../../platform/http/json-body.js';
import { Problem } from '../../platform/problem/problem.js';
import { megabyte, type Door } from '../door.js';
import { translatePromptfoo } from '../promptfoo/translate-promptfoo.js';
import type { Translated } from '../translated.js';
import { withoutNan } from './json-with-nan.js';
import { isGarakLine, translateGarak } from './translate-garak.js';
import { isInspectLog, translateInspect } from './translate-inspect.js';
import { isQueryRange, translateQueryRange } from './translate-query-range.js';

/** Files with results: what it is stands in the file itself. */
export const resultsDoor: Door = {
  name: 'results',
  scope: 'imports:write',
  most: 50 * megabyte,
  translate: ({ body }) => translateResults(body),
};

/** @throws Problem 400 for a file of no known kind */
export function translateResults(body: Buffer): Translated {
  const text = withoutNan(body.toString());
  const lines = linesOf(text);
  if (lines) return translateGarak(lines);
  const file = readJson(Buffer.from(text));
  const nothing = { signals: [], points: [] };
  if (isInspectLog(file)) return { ...nothing, ...translateInspect(file) };
  if (isQueryRange(file)) return { ...nothing, ...translateQueryRange(file) };
  try {
    return { ...nothing, ...translatePromptfoo(file) };
  } catch {
    throw new Problem(
      'request/invalid',
      'This is no file that is known here: a report or hit log of garak, a log of Inspect, an answer of ' +
        "Prometheus' query_range, or results of promptfoo.",
    );
  }
}

/** JSON Lines of garak. @returns null for anything else */
function linesOf(text: string): Record<string, unknown>[] | null {
  const first = text.slice(0, text.indexOf('\n') + 1 || text.length);
  try {
    if (!isGarakLine(JSON.parse(first))) return null;
  } catch {
    return null;
  }
  return text.split('\n').flatMap((line): Record<string, unknown>[] => {
    if (line.trim() === '') return [];
    const read: unknown = readJson(Buffer.from(line));
    return isGarakLine(read) ? [read] : [];
  });
}
