import * as vocabulary from '@plumbline/shared/taxonomy/values/incident';
import { dayAndTime } from '../../ui/time-words.js';
import { type Facet, facetWords } from './facet-words.js';
import { fieldsOf, type IncidentEdit } from './incident-edits.js';

/** Field of the record -> what the page calls it. */
const names: Record<string, string> = {
  title: 'title',
  description: 'description',
  intendedGoal: 'what was wanted',
  specifiedObjective: 'what was specified',
  observedBehaviour: 'what happened',
  lesson: 'lesson',
  suspectedLearnedObjective: 'suspected learned objective',
  recordKind: 'kind of record',
  severity: 'severity',
  severityReason: 'reason of the severity',
  oecdSeverity: 'OECD severity',
  harmRealisation: 'harm',
  evidenceGrade: 'evidence grade',
  environment: 'environment',
  objectiveId: 'objective',
  occurredAt: 'time it happened',
  occurredPrecision: 'precision of the time',
  detectedAt: 'time it was noticed',
  awareAt: 'time of awareness',
  externalIds: 'ids elsewhere',
  ownerId: 'owner',
  teamId: 'team',
  tags: 'tags',
  visibility: 'visibility',
  visibleTo: 'people who see it',
  systems: 'systems',
  metricIds: 'metrics',
  pairIds: 'pairs',
};

/** `labels.goodhartMode` -> `Goodhart mode`, `ownerId` -> `owner`. */
export function fieldName(field: string): string {
  if (field.startsWith('labels.'))
    return facetWords[field.slice('labels.'.length) as Facet]?.label ?? 'classification';
  return names[field] ?? field.replace(/([A-Z])/g, ' $1').toLowerCase();
}

/** `Severity and reason of the severity changed.` */
export function savedWords(edit: IncidentEdit, undoing: boolean): string {
  const words = listed(fieldsOf(edit).map(fieldName));
  return undoing ? `Taken back: ${words}.` : `${capital(words)} changed.`;
}

const choices: Record<string, Record<string, string>> = {
  recordKind: vocabulary.recordKind,
  severity: vocabulary.severity,
  oecdSeverity: vocabulary.oecdSeverity,
  harmRealisation: vocabulary.harmRealisation,
  evidenceGrade: vocabulary.evidenceGrade,
  environment: vocabulary.environment,
  occurredPrecision: vocabulary.timePrecision,
  visibility: vocabulary.visibility,
};

/** The value of a field for people; '' where nothing is said. @param nameOf what an id stands for */
export function valueWords(
  field: string,
  value: unknown,
  nameOf: (id: string) => string | undefined,
): string {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value)) return value.map((item) => valueWords(field, item, nameOf)).join(', ');
  if (typeof value === 'object') {
    const { id, value: word, system, role } = value as Record<string, string>;
    if (system) return `${system} ${id}`;
    if (word) return facetWords[field.slice('labels.'.length) as Facet]?.values[word] ?? word;
    return `${nameOf(id ?? '') ?? 'unknown'}${role ? ` (${role})` : ''}`;
  }
  const text = String(value);
  if (choices[field]) return choices[field][text] ?? text;
  if (field.endsWith('At')) return dayAndTime(text);
  return /^[0-9a-f-]{36}$/.test(text) ? (nameOf(text) ?? 'unknown') : text;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
