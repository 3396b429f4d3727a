import { standsBare } from './print-query.js';
import type { QueryFieldName } from './query-field.js';
import type { QueryTerm } from './query-term.js';

/** Filters that have an address of their own, as links into the list write them: `{ severity: 'sev1,sev2' }`. */
export type PlainFilter = Record<string, string | boolean | readonly string[] | undefined>;

/** Name in an address -> field of the query language, where one answer or any of several may be given. */
const fields: Record<string, QueryFieldName> = {
  key: 'key',
  state: 'state',
  status: 'status',
  severity: 'severity',
  type: 'type',
  mechanism: 'mechanism',
  mode: 'mode',
  brokenLink: 'broken',
  kind: 'kind',
  source: 'source',
  metric: 'metric',
  pair: 'pair',
  rmf: 'rmf',
  assessment: 'assessment',
  system: 'system',
  team: 'team',
  owner: 'owner',
  from: 'since',
  to: 'until',
};

const listOf = (value: string | boolean | readonly string[]): string[] =>
  (typeof value === 'object' ? [...value] : String(value).split(',')).filter((one) => one !== '');

/** The terms that ask the same as plain filters. */
export function filterTerms(filter: PlainFilter): QueryTerm[] {
  const terms: QueryTerm[] = [];
  const add = (field: QueryFieldName, values: string[], not = false): void => {
    if (values.length > 0) terms.push({ kind: 'field', field, values, not });
  };
  for (const [name, value] of Object.entries(filter)) {
    if (value === undefined || value === '') continue;
    const field = fields[name];
    if (field === 'rmf')
      add(
        field,
        listOf(value).map((one) => one.replace(' ', '-')),
      );
    else if (field) add(field, listOf(value));
    else if (name === 'missing') for (const one of listOf(value)) add('missing', [one]);
    else if (name === 'tag' || name === 'mitigation') add(name, [String(value)]);
    else if (name === 'example') add('is', ['example'], String(value) === 'false');
    else if (name === 'q')
      for (const text of String(value).split(/\s+/).filter(Boolean))
        terms.push({ kind: 'words', text, exact: !standsBare(text), not: false });
  }
  return terms;
}
