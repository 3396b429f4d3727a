import { z } from 'zod';
import { brokenLink, mechanism, goodhartMode, misalignmentType } from '../taxonomy/values/classification.js';
import {
  incidentStatus,
  recordKind,
  severity,
  sourceKind,
  triageState,
} from '../taxonomy/values/incident.js';
import { rmfAssessment } from '../taxonomy/values/mitigation.js';
import { valuesOf } from '../taxonomy/values.js';
import { IncidentKey } from './incident-record.js';
import { Flag, Id, Instant, optionalText, PageQuery } from './primitives.js';

/** Several values in one parameter: `severity=sev1,sev2`. */
export function anyOf<T extends Record<string, string>>(vocabulary: T) {
  const one = z.enum(valuesOf(vocabulary));
  return z
    .string()
    .max(1000)
    .transform((list) => list.split(','))
    .pipe(z.array(one).max(30))
    .optional();
}

const ids = z
  .string()
  .max(2000)
  .transform((list) => list.split(','))
  .pipe(z.array(Id).max(30))
  .optional();

const words = optionalText(200).optional();

/** A function (`MEASURE`), a category (`MEASURE 2`) or a subcategory (`MEASURE 2.13`). */
export const PartOfRmf = z
  .string()
  .regex(/^(GOVERN|MAP|MEASURE|MANAGE)( \d{1,2}(\.\d{1,2})?)?$/, 'Write MEASURE, MEASURE 2 or MEASURE 2.13');

/** What an incident can lack. */
export const missingPart = { severity: 'Severity', type: 'Misalignment type', system: 'System' } as const;

/** What a list of incidents can be cut by. The same names stand in the address of the web page. */
export const IncidentFilter = z.object({
  /** These incidents alone: `key=INC-7,INC-12`. */
  key: z
    .string()
    .max(2000)
    .transform((list) => list.split(','))
    .pipe(z.array(IncidentKey).max(100))
    .optional(),
  state: anyOf(triageState),
  status: anyOf(incidentStatus),
  severity: anyOf(severity),
  type: anyOf(misalignmentType),
  mechanism: anyOf(mechanism),
  mode: anyOf(goodhartMode),
  brokenLink: anyOf(brokenLink),
  /** What nobody has said yet: `missing=severity,type`. */
  missing: anyOf(missingPart),
  kind: anyOf(recordKind),
  source: anyOf(sourceKind),
  metric: ids,
  pair: ids,
  mitigation: words,
  rmf: PartOfRmf.optional(),
  assessment: anyOf(rmfAssessment),
  system: ids,
  team: ids,
  owner: z.union([z.literal('me'), z.literal('nobody'), Id]).optional(),
  tag: words,
  /** Words of title, boxes, description or comments. */
  q: words,
  from: Instant.optional(),
  to: Instant.optional(),
  /** Example story: shown by default, `false` leaves it out. */
  example: Flag.optional(),
});
export type IncidentFilter = z.infer<typeof IncidentFilter>;

export const incidentSort = {
  '-reported': 'Newest first',
  reported: 'Oldest first',
  '-updated': 'Last changed first',
  severity: 'Worst first',
} as const;
export type IncidentSort = keyof typeof incidentSort;

export const IncidentListQuery = z.object({
  ...IncidentFilter.shape,
  ...PageQuery.shape,
  sort: z.enum(valuesOf(incidentSort)).default('-reported'),
});
export type IncidentListQuery = z.infer<typeof IncidentListQuery>;

/** How many rows a filter finds; counting stops at 1,000. */
export const CappedCount = z
  .object({ count: z.number().int(), capped: z.boolean() })
  .meta({ id: 'CappedCount' });
export type CappedCount = z.infer<typeof CappedCount>;

/** What has been typed so far; the answer says what is like it and why. */
export const SimilarQuery = z.object({
  title: optionalText(300).default(''),
  text: optionalText(2000).default(''),
  system: Id.optional(),
  metric: Id.optional(),
  mechanism: z.enum(valuesOf(mechanism)).optional(),
  except: z.string().max(20).optional(),
});
export type SimilarQuery = z.infer<typeof SimilarQuery>;

export const SimilarIncident = z
  .object({
    key: z.string(),
    title: z.string(),
    severity: z.enum(valuesOf(severity)).nullable(),
    triageState: z.enum(valuesOf(triageState)),
    status: z.enum(valuesOf(incidentStatus)).nullable(),
    why: z.array(z.string()),
    score: z.number(),
  })
  .meta({ id: 'SimilarIncident' });
export type SimilarIncident = z.infer<typeof SimilarIncident>;
