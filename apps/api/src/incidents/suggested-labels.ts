import { facetNames, facets, type NewLabels } from '@plumbline/shared/contract/incident-label';

interface Told {
  mechanism: string | null;
  labels: Readonly<Record<string, string>>;
}

/**
 * What an alert's own labels say about the questions of classification: `misalignment_type="outer"` suggests the type.
 * A person has yet to confirm it.
 * @param tool how the tool is called
 */
export function suggestedLabels({ mechanism, labels }: Told, tool: string): NewLabels {
  const said: Record<string, string | undefined> = { ...labels, ...(mechanism ? { mechanism } : {}) };
  const suggested: Record<string, object[]> = {};
  for (const facet of facetNames) {
    const name = facet.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const { data: value } = facets[facet].values.safeParse(said[name] ?? said[facet]);
    if (!value) continue;
    const rationale = `${tool} says ${name} is ${value}.`.slice(0, 2000);
    suggested[facet] = [{ value, certainty: 'potential', provenance: 'rule', rationale, quote: '' }];
  }
  return suggested as NewLabels;
}
