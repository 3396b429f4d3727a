import type { QueryFieldName } from './query-field.js';

/** `severity:sev1,sev2`: one question, any of these answers; `not` turns it round. */
export interface FieldTerm {
  kind: 'field';
  field: QueryFieldName;
  /** At least one; in the form that the query language writes them. */
  values: string[];
  not: boolean;
}

/** Words of the text. `exact` ones stood in quotes: a phrase as it is; others may go on: `agree` finds `agreed`. */
export interface WordsTerm {
  kind: 'words';
  text: string;
  exact: boolean;
  not: boolean;
}

/** A part of a query. All of them have to hold. */
export type QueryTerm = FieldTerm | WordsTerm;

/** What cannot be meant, and where it stands in the text. */
export interface QueryError {
  from: number;
  to: number;
  message: string;
}

/** A text, read. The terms are those that were understood. */
export interface ReadQuery {
  terms: QueryTerm[];
  errors: QueryError[];
}
