import type { Incident } from './triage-queries.js';
import type { Amendment } from './use-amend.js';

/** The labels of some questions as they stood, for taking an edit back. */
export function labelsBack(before: Incident, facets: readonly string[]): NonNullable<Amendment['labels']> {
  const entries = facets.map((facet) => [
    facet,
    before.labels
      .filter((label) => label.facet === facet)
      .map(({ value, certainty, provenance, rationale, quote }) => ({
        value,
        certainty,
        provenance,
        rationale,
        quote,
      })),
  ]);
  return Object.fromEntries(entries) as NonNullable<Amendment['labels']>;
}
