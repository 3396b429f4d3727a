import { printValue } from './print-query.js';
import { queryField, queryFieldNames, type QueryFieldName } from './query-field.js';
import { readTokens, type Token } from './read-tokens.js';

/** An answer by name, for fields that the vocabulary does not know: systems, people, tags. */
export interface KnownName {
  value: string;
  label: string;
}
export type KnownNames = Partial<Record<QueryFieldName, readonly KnownName[]>>;

/** Something to write at the cursor. */
export interface Proposal {
  /** What takes the place of the text from `from` to `to`. */
  insert: string;
  label: string;
}
export interface Completion {
  from: number;
  to: number;
  proposals: Proposal[];
}

const most = 8;
const moments = ['today', 'yesterday', '24h', '7d', '30d', '3mo', '1y'];

/** What may be written at the cursor, best first: fields, answers to the field before it, or answers by their words. */
export function completeQuery(text: string, cursor: number, names: KnownNames = {}): Completion {
  const token = readTokens(text).find(({ from, to }) => from <= cursor && cursor <= to);
  if (!token) return { from: cursor, to: cursor, proposals: fieldsLike('').slice(0, most) };
  const field = token.field?.toLowerCase() as QueryFieldName | undefined;
  if (field !== undefined) {
    const part = token.parts.find(({ from, to }) => from <= cursor && cursor <= to);
    if (!part || !queryFieldNames.includes(field)) return { from: cursor, to: cursor, proposals: [] };
    const written = part.text.slice(0, cursor - part.from + (part.quoted ? -1 : 0)).toLowerCase();
    const taken = token.parts.filter((other) => other !== part).map((other) => other.text.toLowerCase());
    const proposals = answers(field, names)
      .filter(({ value, label }) => isLike(written, value, label) && !taken.includes(value.toLowerCase()))
      .sort((one, other) => rank(written, one) - rank(written, other))
      .map(({ value, label }) => ({ insert: `${printValue(value)} `, label }));
    return { from: part.from, to: part.to, proposals: proposals.slice(0, most) };
  }
  const part = token.parts[0]!;
  if (part.quoted) return { from: cursor, to: cursor, proposals: [] };
  const written = part.text.slice(0, cursor - part.from).toLowerCase();
  const proposals = [...fieldsLike(written), ...answersLike(written, names)];
  return { from: part.from, to: wordEnd(token), proposals: proposals.slice(0, most) };
}

const wordEnd = (token: Token): number => token.parts[0]!.to;

function fieldsLike(written: string): Proposal[] {
  return queryFieldNames
    .filter((name) => isLike(written, name, queryField(name).label))
    .sort((one, other) => Number(other.startsWith(written)) - Number(one.startsWith(written)))
    .map((name) => ({ insert: `${name}:`, label: queryField(name).label }));
}

/** `outer` proposes `type:outer`. */
function answersLike(written: string, names: KnownNames): Proposal[] {
  if (written.length < 2) return [];
  return queryFieldNames.flatMap((field) =>
    answers(field, names)
      .filter(({ value, label }) => isLike(written, value, label))
      .map(({ value, label }) => ({
        insert: `${field}:${printValue(value)} `,
        label: `${queryField(field).label}: ${label}`,
      })),
  );
}

function answers(field: QueryFieldName, names: KnownNames): readonly KnownName[] {
  const { values, answer } = queryField(field);
  if (values) return Object.entries(values).map(([value, label]) => ({ value, label }));
  if (answer === 'moment') return moments.map((value) => ({ value, label: value }));
  return names[field] ?? (field === 'owner' ? ownOwners : []);
}

const ownOwners = [
  { value: 'me', label: 'Me' },
  { value: 'nobody', label: 'Nobody' },
];

function isLike(written: string, value: string, label: string): boolean {
  if (value.toLowerCase().startsWith(written)) return true;
  return label
    .toLowerCase()
    .split(/[\s-]+/)
    .some((word) => word.startsWith(written));
}

function rank(written: string, { value }: KnownName): number {
  return value.toLowerCase().startsWith(written) ? 0 : 1;
}
