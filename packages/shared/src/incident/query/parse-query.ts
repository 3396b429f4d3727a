import { nearest } from './nearest.js';
import { queryField, queryFieldNames, queryFields, type QueryFieldName } from './query-field.js';
import type { QueryError, QueryTerm, ReadQuery } from './query-term.js';
import { readTokens, type Token } from './read-tokens.js';
import { readValue } from './read-value.js';

const mostTerms = 50;
const mostValues = 100;

/**
 * Reads a query: `status:open -owner:me severity:sev1,sev2 "exact words" since:7d`. What cannot be meant becomes an
 * error with its place; the rest stays.
 */
export function parseQuery(text: string): ReadQuery {
  const terms: QueryTerm[] = [];
  const errors: QueryError[] = [];
  for (const token of readTokens(text)) {
    const wrong = (message: string, place: { from: number; to: number } = token): void =>
      void errors.push({ from: place.from, to: place.to, message });
    if (token.openQuote !== undefined) {
      wrong('Close the quote that begins here.', { from: token.openQuote, to: token.to });
      continue;
    }
    const term = token.field === null ? wordsOf(token, wrong) : fieldOf(token, token.field, terms, wrong);
    if (term && terms.length >= mostTerms) wrong(`Ask at most ${mostTerms} things at once.`);
    else if (term) terms.push(term);
  }
  return { terms, errors };
}

type Wrong = (message: string, place?: { from: number; to: number }) => void;

function wordsOf(token: Token, wrong: Wrong): QueryTerm | null {
  const [part] = token.parts;
  const text = part!.text.trim();
  if (text === '') {
    if (token.not && !part!.quoted) wrong('Write what to leave out right after the minus.');
    return null;
  }
  if (text.length > 200) {
    wrong('Search for at most 200 characters.');
    return null;
  }
  return { kind: 'words', text, exact: part!.quoted, not: token.not };
}

function fieldOf(
  token: Token,
  written: string,
  before: readonly QueryTerm[],
  wrong: Wrong,
): QueryTerm | null {
  const name = written.toLowerCase();
  const place = { from: token.from + (token.not ? 1 : 0), to: token.parts[0]!.from };
  if (!isField(name)) {
    const near = nearest(name, queryFieldNames);
    wrong(
      near
        ? `No field “${written}”. Did you mean “${near}”?`
        : `No field “${written}”. To search for the words themselves, put them in quotes.`,
      place,
    );
    return null;
  }
  const refuse = (message: string): null => {
    wrong(message);
    return null;
  };
  const parts = token.parts.filter(({ text }) => text.trim() !== '');
  if (parts.length === 0) return refuse(`Write an answer right after “${name}:”.`);
  if (parts.length > mostValues) return refuse(`Give “${name}” at most ${mostValues} answers.`);
  if (queryField(name).once) {
    if (token.not) return refuse(`“${name}” cannot be turned round with a minus.`);
    if (parts.length > 1 || before.some((term) => term.kind === 'field' && term.field === name))
      return refuse(`Say “${name}” once, with one answer.`);
  }
  const values = new Set<string>();
  let bad = false;
  for (const part of parts) {
    const read = readValue(name, part.text);
    if ('value' in read) values.add(read.value);
    else {
      wrong(read.message, part);
      bad = true;
    }
  }
  return bad ? null : { kind: 'field', field: name, values: [...values], not: token.not };
}

function isField(name: string): name is QueryFieldName {
  return Object.hasOwn(queryFields, name);
}
