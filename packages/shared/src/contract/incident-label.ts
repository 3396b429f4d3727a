import { z } from 'zod';
import {
  alignmentDimension,
  brokenLink,
  causeCategory,
  detectionSignal,
  goodhartMode,
  labelCertainty,
  labelProvenance,
  manifestation,
  mechanism,
  misalignmentType,
  powerSeeking,
  shiftKind,
  specificCause,
} from '../taxonomy/values/classification.js';
import { harmType, stakeholder } from '../taxonomy/values/incident.js';
import { genaiRisks } from '../taxonomy/genai-risks.js';
import { trustworthiness } from '../taxonomy/trustworthiness.js';
import { valuesOf } from '../taxonomy/values.js';
import { Instant, optionalText } from './primitives.js';

const facet = <T extends Record<string, unknown>>(vocabulary: T, most: number) => ({
  values: z.enum(Object.keys(vocabulary) as [keyof T & string, ...(keyof T & string)[]]),
  most,
});

/** Every question that classification answers: which answers there are, and how many may be given at once. */
export const facets = {
  misalignmentType: facet(misalignmentType, 1),
  mechanism: facet(mechanism, 1),
  brokenLink: facet(brokenLink, 1),
  goodhartMode: facet(goodhartMode, 1),
  causeCategory: facet(causeCategory, 1),
  specificCause: facet(specificCause, 3),
  manifestation: facet(manifestation, 14),
  alignmentDimension: facet(alignmentDimension, 4),
  shiftKind: facet(shiftKind, 5),
  powerSeeking: facet(powerSeeking, 4),
  detectionSignal: facet(detectionSignal, 5),
  harmType: facet(harmType, 8),
  stakeholder: facet(stakeholder, 10),
  genaiRisk: facet(genaiRisks, 12),
  trustworthiness: facet(trustworthiness, 7),
} as const;
export type Facet = keyof typeof facets;
export const facetNames = Object.keys(facets) as [Facet, ...Facet[]];

/** A label as it stands on an incident: how sure, who set it, why. `rule`, `model` and `detector` only suggest. */
export const Label = z
  .object({
    facet: z.enum(facetNames),
    value: z.string(),
    certainty: z.enum(valuesOf(labelCertainty)),
    provenance: z.enum(valuesOf(labelProvenance)),
    setBy: z.string(),
    setAt: Instant,
    rationale: z.string(),
    quote: z.string(),
  })
  .meta({ id: 'Label' });
export type Label = z.infer<typeof Label>;

function newLabel<T extends z.ZodType>(values: T) {
  return z.strictObject({
    value: values,
    certainty: z.enum(valuesOf(labelCertainty)).default('known'),
    /** Set by the one who writes unless a rule or a model suggested it and nobody has confirmed it. */
    provenance: z.enum(valuesOf(labelProvenance)).default('person'),
    rationale: optionalText(2000).default(''),
    quote: optionalText(2000).default(''),
  });
}

function labelsOf<T extends z.ZodType>({ values, most }: { values: T; most: number }) {
  return z.array(newLabel(values)).max(most, `Give at most ${most} here`).optional();
}

/** The labels of each facet, whole: what is sent replaces what stood there; a facet left out stays as it is. */
export const NewLabels = z.strictObject({
  misalignmentType: labelsOf(facets.misalignmentType),
  mechanism: labelsOf(facets.mechanism),
  brokenLink: labelsOf(facets.brokenLink),
  goodhartMode: labelsOf(facets.goodhartMode),
  causeCategory: labelsOf(facets.causeCategory),
  specificCause: labelsOf(facets.specificCause),
  manifestation: labelsOf(facets.manifestation),
  alignmentDimension: labelsOf(facets.alignmentDimension),
  shiftKind: labelsOf(facets.shiftKind),
  powerSeeking: labelsOf(facets.powerSeeking),
  detectionSignal: labelsOf(facets.detectionSignal),
  harmType: labelsOf(facets.harmType),
  stakeholder: labelsOf(facets.stakeholder),
  genaiRisk: labelsOf(facets.genaiRisk),
  trustworthiness: labelsOf(facets.trustworthiness),
});
export type NewLabels = z.infer<typeof NewLabels>;
