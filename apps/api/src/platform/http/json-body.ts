import { Problem } from '../problem/problem.js';

const deepest = 64;

/**
 * Refuses what PostgreSQL cannot store or the stack cannot bear: NUL, lone surrogates, nesting beyond 64.
 * Walks without recursion, since JSON.parse accepts depths that recursion does not survive.
 */
export function checkText(root: unknown): void {
  const pending: { value: unknown; depth: number; path: string }[] = [{ value: root, depth: 0, path: '' }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, depth, path } = next;
    if (typeof value === 'string') checkString(value, path);
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= deepest) {
      throw new Problem('request/malformed', `The JSON is nested deeper than ${deepest} levels.`);
    }
    for (const [key, inner] of Object.entries(value)) {
      checkString(key, path);
      pending.push({ value: inner, depth: depth + 1, path: path ? `${path}.${key}` : key });
    }
  }
}

function checkString(value: string, path: string): void {
  const where = path ? `The field "${path.slice(0, 120)}"` : 'The request';
  if (value.includes('\u0000')) {
    throw new Problem('request/invalid', `${where} holds a NUL character. Remove it.`);
  }
  if (!value.isWellFormed()) {
    throw new Problem('request/invalid', `${where} holds half of a character (a lone surrogate). Remove it.`);
  }
}

/** Reads a body as JSON. @throws Problem 400 with a sentence for anything that is not JSON text */
export function readJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('request/malformed', 'The body is not UTF-8 text.');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const where = error instanceof SyntaxError ? / at position (\d+)/.exec(error.message)?.[1] : undefined;
    const place = where ? ` It goes wrong at character ${where}.` : '';
    throw new Problem('request/malformed', `The body is not valid JSON.${place}`);
  }
  checkText(value);
  return value;
}
