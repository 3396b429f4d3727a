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
  genaiRisk: {
    label: 'GenAI risk',
    values: {
      'cbrn-information-or-capabilities': 'CBRN information',
      confabulation: 'Confabulation',
      'dangerous-violent-or-hateful-content': 'Dangerous or hateful content',
      'data-privacy': 'Data privacy',
      'environmental-impacts': 'Environmental impacts',
      'harmful-bias-or-homogenization': 'Bias or homogenization',
      'human-ai-configuration': 'Human-AI configuration',
      'information-integrity': 'Information integrity',
      'information-security': 'Information security',
      'intellectual-property': 'Intellectual property',
      'obscene-degrading-and-or-abusive-content': 'Degrading content',
      'value-chain-and-component-integration': 'Value chain',
    },
  },
};
