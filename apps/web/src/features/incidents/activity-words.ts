import { moves } from '@plumbline/shared/incident/lifecycle';
import { declineReason, incidentLinkKind, resolution } from '@plumbline/shared/taxonomy/values/incident';
import { mitigationStatus, rmfAssessment } from '@plumbline/shared/taxonomy/values/mitigation';
import { type Facet, facetWords } from './facet-words.js';
import { fieldName, listed } from './field-words.js';
import type { ActivityEntry } from './talk-queries.js';

type Payload = Record<string, unknown>;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What each act is called after the name of who did it. A redacted act has an empty payload. */
const acts: Record<string, (payload: Payload) => string> = {
  'incident.logged': () => 'logged it',
  'incident.edited': edited,
  'incident.accept': () => 'accepted it',
  'incident.decline': ({ reason }) => `declined it${inBrackets(declineReason, reason)}`,
  'incident.snooze': () => 'snoozed it',
  'incident.wake': ({ seenIn }) => (textOf(seenIn) ? `woke it: seen in ${textOf(seenIn)}` : 'woke it'),
  'incident.mark_duplicate': ({ of }) => `marked it as a duplicate of ${textOf(of) || 'another'}`,
  'incident.reconsider': () => 'took it back to triage',
  'incident.undo': ({ undone }) =>
    `took back: ${(moves[undone as 'accept']?.label ?? 'the last move').toLowerCase()}`,
  'incident.merged': ({ to }) => `merged ${textOf(to) || 'another'} into it`,
  'incident.parted': ({ to }) => `took ${textOf(to) || 'another'} apart from it`,
  'incident.escalated_by_rule': () => 'raised it',
  'incident.investigate': () => 'began to investigate',
  'incident.mitigate': () => 'began to mitigate',
  'incident.monitor': () => 'moved it to monitoring',
  'incident.escalate': () => 'escalated it',
  'incident.settle': () => 'settled it',
  'incident.resolve': ({ resolution: how }) => `resolved it${inBrackets(resolution, how)}`,
  'incident.close': ({ residualRisk }) =>
    `closed it${textOf(residualRisk) && `; what may still go wrong: ${textOf(residualRisk)}`}`,
  'incident.reopen': () => 'reopened it',
  'incident.mitigation_added': ({ title }) => `added the mitigation ${textOf(title)}`,
  'incident.mitigation_removed': ({ title }) => `took the mitigation ${textOf(title)} off it`,
  'incident.mitigation_moved': ({ title, to }) =>
    `moved the mitigation ${textOf(title)}${to ? ` to ${textOf(mitigationStatus[to as 'active']).toLowerCase()}` : ''}`,
  'incident.recheck_due': () => 'says that the day has come to look at it again',
  'incident.task_added': ({ title }) => `added the task ${textOf(title)}`,
  'incident.task_done': ({ title }) => `did the task ${textOf(title)}`,
  'incident.task_dropped': ({ title }) => `dropped the task ${textOf(title)}`,
  'incident.task_reopened': ({ title }) => `opened the task ${textOf(title)} again`,
  'incident.clock_started': ({ clock }) => `started the clock ${textOf(clock)}`,
  'incident.clock_edited': ({ clock }) => `edited the clock ${textOf(clock)}`,
  'incident.clock_reported': ({ clock }) => `reported it: ${textOf(clock)}`,
  'incident.clock_not_reportable': ({ clock }) => `wrote down why it is not reportable: ${textOf(clock)}`,
  'incident.clock_restarted': ({ clock }) => `let the clock run again: ${textOf(clock)}`,
  'incident.rmf_assessed': ({ subcategory }) => `assessed ${textOf(subcategory) || 'NIST AI RMF'}`,
  'incident.rmf_assessment_edited': ({ subcategory, was, assessment }) =>
    was === assessment || !assessment
      ? `edited the assessment of ${textOf(subcategory) || 'NIST AI RMF'}`
      : `changed the assessment of ${textOf(subcategory)} to ${textOf(rmfAssessment[assessment as 'gap']).toLowerCase()}`,
  'incident.rmf_assessment_removed': ({ subcategory }) =>
    `took the assessment of ${textOf(subcategory) || 'NIST AI RMF'} back`,
  'incident.commented': () => 'commented',
  'incident.comment_edited': () => 'rewrote a comment',
  'incident.comment_removed': () => 'removed a comment',
  'incident.evidence_added': ({ title }) => `added evidence${textOf(title) && `: ${textOf(title)}`}`,
  'incident.evidence_removed': () => 'removed evidence',
  'incident.linked': ({ kind, to }) => `linked it: ${linkWord(kind)} ${textOf(to)}`,
  'incident.alerts_joined': ({ alerts, count, because }) =>
    `brought ${alertWords(alerts, count)} here: ${lowerFirst(textOf(because))}`,
  'incident.alerts_ended': ({ alerts, count }) =>
    `says that ${alertWords(alerts, count)} ended; what becomes of this is for people to say`,
  'incident.unlinked': ({ kind }) => `removed a link (${linkWord(kind)})`,
};

/** Acts that make the story of an incident; the rest is for "everything". */
export function isStory({ verb, payload }: ActivityEntry): boolean {
  if (verb === 'incident.edited') return sentences(payload ?? {}).length > 0;
  return !/comment|unlinked|_removed/.test(verb);
}

/** What was done, after the name of who did it: `accepted it`, `confirmed Type: outer misalignment`. */
export function activityWords({ verb, payload }: ActivityEntry): string {
  const act = acts[verb];
  if (!act) return textOf(verb.split('.')[1]).replaceAll('_', ' ');
  const note = textOf(payload?.note);
  return `${act(payload ?? {})}${note && `: ${note}`}`;
}

/** An edit: classification, severity and owner in words of their own, other fields by name. */
function edited(payload: Payload): string {
  const told = sentences(payload);
  const fields = Object.keys((payload.after as Payload) ?? {});
  const rest = fields.filter((field) => !isTold(field)).map(fieldName);
  if (fields.length === 0) return 'changed it';
  return listed([...told, ...(rest.length > 0 ? [`changed ${listed(rest)}`] : [])]);
}

const isTold = (field: string): boolean => field.startsWith('labels.') || field === 'severity';

function sentences({ before, after }: Payload): string[] {
  const [was, is] = [(before ?? {}) as Payload, (after ?? {}) as Payload];
  return Object.keys(is)
    .filter(isTold)
    .map((field) => {
      if (field === 'severity')
        return is[field] ? `set severity to ${textOf(is[field])}` : 'cleared the severity';
      return classified(field.slice('labels.'.length) as Facet, labels(was[field]), labels(is[field]));
    });
}

interface Answer {
  value: string;
  provenance: string;
}
const labels = (value: unknown): Answer[] => (Array.isArray(value) ? (value as Answer[]) : []);

function classified(facet: Facet, was: Answer[], is: Answer[]): string {
  const { label, values } = facetWords[facet] ?? { label: facet, values: {} };
  const words = (answers: Answer[]): string =>
    listed(answers.map(({ value }) => (values[value] ?? value).toLowerCase()));
  const confirmed = is.filter(
    (one) =>
      one.provenance === 'person' &&
      was.some((old) => old.value === one.value && old.provenance !== 'person'),
  );
  if (confirmed.length > 0) return `confirmed ${label}: ${words(confirmed)}`;
  if (is.length === 0) return `cleared ${label}`;
  return `set ${label}: ${words(is)}`;
}

/** `the alert "Judge drifts"`, `3 alerts`. */
function alertWords(alerts: unknown, count: unknown): string {
  if (typeof count === 'number' && count > 1) return `${count} alerts`;
  const [first] = Array.isArray(alerts) ? (alerts as { title?: string }[]) : [];
  return first?.title ? `the alert "${first.title}"` : 'an alert';
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

function inBrackets(vocabulary: Record<string, string>, value: unknown): string {
  const word = vocabulary[textOf(value)];
  return word ? ` (${word.toLowerCase()})` : '';
}

function linkWord(kind: unknown): string {
  return (incidentLinkKind[textOf(kind) as 'similar_to'] ?? 'related to').toLowerCase();
}
