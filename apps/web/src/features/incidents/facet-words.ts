import {
  alignmentDimension,
  brokenLink,
  causeCategory,
  detectionSignal,
  goodhartMode,
  manifestation,
  mechanism,
  misalignmentType,
  powerSeeking,
  shiftKind,
  specificCause,
} from '@plumbline/shared/taxonomy/values/classification';
import { genaiRisks } from '@plumbline/shared/taxonomy/genai-risks';
import { trustworthiness } from '@plumbline/shared/taxonomy/trustworthiness';
import { harmType, stakeholder } from '@plumbline/shared/taxonomy/values/incident';
import type { Incident } from './incident-queries.js';

export type Label = Incident['labels'][number];
export type Facet = Label['facet'];

interface FacetWords {
  label: string;
  values: Record<string, string>;
  /** One answer at most. */
  one?: boolean;
}

/** Every question of the classification, in the order of the page. */
export const facetWords: Record<Facet, FacetWords> = {
  misalignmentType: { label: 'Type', values: misalignmentType, one: true },
  mechanism: { label: 'Mechanism', values: mechanism, one: true },
  brokenLink: { label: 'Intent lost at', values: brokenLink, one: true },
  goodhartMode: { label: 'Goodhart mode', values: goodhartMode, one: true },
  causeCategory: { label: 'Cause', values: causeCategory, one: true },
  specificCause: { label: 'Specific cause', values: specificCause },
  detectionSignal: { label: 'Signal', values: detectionSignal },
  alignmentDimension: { label: 'Dimension', values: alignmentDimension },
  manifestation: { label: 'Shows as', values: manifestation },
  shiftKind: { label: 'Shift', values: shiftKind },
  powerSeeking: { label: 'Power-seeking', values: powerSeeking },
  harmType: { label: 'Harm', values: harmType },
  stakeholder: { label: 'Stakeholders', values: stakeholder },
  genaiRisk: { label: 'GenAI risk', values: labelsOf(genaiRisks) },
  trustworthiness: { label: 'Trustworthiness', values: labelsOf(trustworthiness) },
};

function labelsOf(catalogue: Record<string, { label: string }>): Record<string, string> {
  return Object.fromEntries(Object.entries(catalogue).map(([id, { label }]) => [id, label]));
}
