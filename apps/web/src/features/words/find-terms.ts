import type { Vocabulary } from '@plumbline/shared/taxonomy/terms/vocabularies';

/**
 * The vocabularies with only those values that hold every word of the query, in label, definition or example.
 * Vocabularies without a hit are left out; an empty query finds everything.
 */
export function findTerms(vocabularies: readonly Vocabulary[], query: string): Vocabulary[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...vocabularies];
  return vocabularies.flatMap((vocabulary) => {
    const hits = Object.entries(vocabulary.terms).filter(([value, { definition, example, test }]) => {
      const text =
        `${vocabulary.label} ${vocabulary.labels[value]} ${definition} ${test} ${example}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    return hits.length > 0 ? [{ ...vocabulary, terms: Object.fromEntries(hits) }] : [];
  });
}
