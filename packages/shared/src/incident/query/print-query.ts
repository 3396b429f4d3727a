import type { QueryTerm } from './query-term.js';

/** Writes terms as the text that reads back as them. */
export function printQuery(terms: readonly QueryTerm[]): string {
  return terms.map(printTerm).join(' ');
}

/** Writes one term. */
export function printTerm(term: QueryTerm): string {
  const minus = term.not ? '-' : '';
  if (term.kind === 'field') return `${minus}${term.field}:${term.values.map(printValue).join(',')}`;
  return minus + (term.exact || !standsBare(term.text) ? quoted(term.text) : term.text);
}

/** Writes an answer; in quotes where it would fall apart. */
export function printValue(value: string): string {
  return /^[^\s",]+$/.test(value) ? value : quoted(value);
}

/** Whether a word can stand without quotes and stay a word. */
export function standsBare(text: string): boolean {
  return /^[^\s"]+$/.test(text) && !text.startsWith('-') && !/^[A-Za-z][A-Za-z-]*:/.test(text);
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
