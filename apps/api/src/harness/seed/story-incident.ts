import type { Facet, NewLabels } from '@plumbline/shared/contract/incident-label';
import type { NewIncident } from '@plumbline/shared/contract/incident-edit';
import type { IncidentMove } from '@plumbline/shared/contract/incident-move';
import type { IncidentLinkKind } from '@plumbline/shared/taxonomy/values/incident';
import type { LabelProvenance } from '@plumbline/shared/taxonomy/values/classification';
import type { StoryPerson, StoryTeam } from './story-cast.js';
import type { StoryMetric, StoryPair } from './story-metrics.js';
import type { StorySystem } from './story-systems.js';

type Values<F extends Facet> = NonNullable<NewLabels[F]>[number]['value'];

/** The classification of an incident: one value or several of each facet, and the reasons that were given. */
export type LabelSheet = { [F in Facet]?: Values<F> | Values<F>[] } & {
  why?: Partial<Record<Facet, string>>;
  /** Words from the evidence. */
  quotes?: Partial<Record<Facet, string>>;
  /** Facets whose values are only thought possible. */
  unsure?: Facet[];
};

/** Which incident of the story. */
export type StoryRef = string;

/** A day counted back from the story's today, and a time of that day (UTC). */
export type StoryTime = [daysAgo: number, time: string];

export type StoryStep = { on: StoryTime; by: StoryPerson } & (
  | { move: StoryMove }
  | { comment: string }
  | { evidence: { kind: 'link' | 'transcript'; title: string; content: string } }
  | { link: { kind: Exclude<IncidentLinkKind, 'duplicate_of'>; to: StoryRef } }
  | { owner: StoryPerson }
  | { lesson: string }
  | { severity: NonNullable<NewIncident['severity']>; because: string }
  /** Confirms what was suggested, or says what it is instead. */
  | { classify: LabelSheet }
);

/** Moves with days counted from today, and incidents by their name in the story. */
export type StoryMove =
  | Exclude<IncidentMove, { verb: 'snooze' | 'mark_duplicate' | 'close' }>
  | { verb: 'snooze'; untilDaysAhead: number; note: string }
  | { verb: 'mark_duplicate'; of: StoryRef; note: string }
  | { verb: 'close'; residualRisk: string; recheckDaysAhead: number; note: string };

/** One incident, from the first word about it to where it stands today. */
export interface StoryIncident extends Pick<
  NewIncident,
  | 'title'
  | 'description'
  | 'recordKind'
  | 'severity'
  | 'severityReason'
  | 'environment'
  | 'evidenceGrade'
  | 'harmRealisation'
  | 'oecdSeverity'
  | 'occurredPrecision'
  | 'suspectedLearnedObjective'
  | 'tags'
  | 'visibility'
> {
  ref: StoryRef;
  wanted: string;
  specified: string;
  happened: string;
  system: StorySystem;
  /** Other systems that played a part. */
  beside?: { system: StorySystem; role: 'contributing' | 'interacting' }[];
  pair?: StoryPair;
  metrics?: StoryMetric[];
  team: StoryTeam;
  occurred?: StoryTime;
  reported: StoryTime;
  by: StoryPerson | { detector: true } | { tool: string; id: string } | { key: string };
  /** What was suggested when it came in, and by what. */
  suggested?: LabelSheet & { from: Exclude<LabelProvenance, 'person'> };
  steps: StoryStep[];
}

/** Writes a sheet out as the labels that the service takes. */
export function labelsOf(sheet: LabelSheet, provenance: LabelProvenance): NewLabels {
  const { why = {}, quotes = {}, unsure = [], ...facets } = sheet;
  const labels: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(facets)) {
    const facet = name as Facet;
    if (name === 'from' || given === undefined) continue;
    labels[facet] = [given].flat().map((value, position) => ({
      value,
      provenance,
      certainty: unsure.includes(facet) ? 'potential' : 'known',
      rationale: position === 0 ? (why[facet] ?? '') : '',
      quote: position === 0 ? (quotes[facet] ?? '') : '',
    }));
  }
  return labels as NewLabels;
}
