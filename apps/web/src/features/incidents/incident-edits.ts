import type { Body } from '../../client/call.js';
import type { Incident } from './incident-queries.js';

export type IncidentEdit = Body<'PATCH /incidents/:key'>;
type Label = Incident['labels'][number];
export type NewLabel = Pick<Label, 'value' | 'certainty' | 'provenance' | 'rationale' | 'quote'>;

/** The fields of an edit as the record of changes names them: a facet of labels is a field of its own. */
export function fieldsOf({ labels, ...plain }: IncidentEdit): string[] {
  return [...Object.keys(plain), ...Object.keys(labels ?? {}).map((facet) => `labels.${facet}`)];
}

/** What an edit would have to say for this field to be as the record has it. */
export function fieldIn(record: Incident, field: string): unknown {
  if (field.startsWith('labels.')) return labelsIn(record, field.slice('labels.'.length));
  if (field === 'ownerId') return record.owner?.id ?? null;
  if (field === 'teamId') return record.team?.id ?? null;
  if (field === 'systems') return record.systems.map(({ id, role }) => ({ id, role }));
  if (field === 'metricIds') return record.metrics.map(({ id }) => id);
  if (field === 'pairIds') return record.pairs.map(({ id }) => id);
  return record[field as keyof Incident];
}

/** What an edit says about a field. */
export function wantedIn(edit: IncidentEdit, field: string): unknown {
  if (!field.startsWith('labels.')) return edit[field as keyof IncidentEdit];
  return edit.labels?.[field.slice('labels.'.length) as keyof typeof edit.labels];
}

/** The labels of one question, as an edit writes them. */
export function labelsIn(record: Pick<Incident, 'labels'>, facet: string): NewLabel[] {
  return record.labels
    .filter((label) => label.facet === facet)
    .map(({ value, certainty, provenance, rationale, quote }) => ({
      value,
      certainty,
      provenance,
      rationale,
      quote,
    }));
}

/** The edit that brings the same fields back to what they were. */
export function editBack(edit: IncidentEdit, before: Incident): IncidentEdit {
  const plain: Record<string, unknown> = {};
  const labels: Record<string, unknown> = {};
  for (const field of fieldsOf(edit)) {
    if (field.startsWith('labels.')) labels[field.slice('labels.'.length)] = fieldIn(before, field);
    else plain[field] = fieldIn(before, field);
  }
  return { ...plain, ...(Object.keys(labels).length > 0 ? { labels } : {}) } as IncidentEdit;
}

/**
 * The fields of an edit that somebody else has changed since the person began, to something else than the person
 * wants. What was changed and changed back, or changed to the same, is nobody's conflict.
 */
export function clashes(edit: IncidentEdit, began: Incident, current: Incident): string[] {
  return fieldsOf(edit).filter((field) => {
    const now = inOneOrder(fieldIn(current, field));
    return now !== inOneOrder(fieldIn(began, field)) && now !== inOneOrder(wantedIn(edit, field));
  });
}

/** A value as text, whatever order lists and members came in. */
function inOneOrder(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(value.map(inOneOrder).toSorted());
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  return JSON.stringify(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, part]) => [name, inOneOrder(part)]),
  );
}
