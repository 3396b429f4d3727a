import { labelsBack } from './labels-back.js';
import type { Incident } from './triage-queries.js';
import type { Amendment } from './use-amend.js';

/** @returns the edit by which a person stands for everything that was only suggested; null where nothing was */
export function confirmSuggested(incident: Incident): { edit: Amendment; facets: string[] } | null {
  const open = incident.labels.filter(({ provenance }) => provenance !== 'person');
  if (open.length === 0) return null;
  const facets = [...new Set(open.map(({ facet }) => facet))];
  const labels = labelsBack(incident, facets);
  for (const given of Object.values(labels)) for (const label of given ?? []) label.provenance = 'person';
  return { edit: { labels }, facets };
}
