import type { GuideSuggestion } from '@plumbline/shared/incident/guide/guide-outcome';
import { guideVersion } from '@plumbline/shared/incident/guide/guide-tree';
import type { Amendment } from './use-amend.js';

/**
 * What the guide suggests as the labels of an edit, with the version of its tree.
 * @param provenance `rule` while it is only suggested, `person` once somebody stands for it
 * @param quote evidence for the mechanism
 */
export function guideLabels(
  suggestions: readonly GuideSuggestion[],
  provenance: 'rule' | 'person',
  quote = '',
): NonNullable<Amendment['labels']> {
  const entries = suggestions.map(({ facet, value, certainty, rationale }) => [
    facet,
    [
      {
        value,
        certainty,
        provenance,
        rationale: `${rationale} (guide, tree ${guideVersion})`,
        quote: facet === 'mechanism' ? quote : '',
      },
    ],
  ]);
  return Object.fromEntries(entries) as NonNullable<Amendment['labels']>;
}
