import { z } from 'zod';
import { approachOf } from '../taxonomy/mitigation-catalogue.js';
import {
  costRating,
  mitigationFailureMode,
  mitigationStage,
  mitigationStatus,
  robustnessRating,
} from '../taxonomy/values/mitigation.js';
import { valuesOf } from '../taxonomy/values.js';
import { anyOf, PartOfRmf } from './incident-list.js';
import { IncidentKey, PersonRef } from './incident-record.js';
import { Day, Id, Instant, optionalText, pageOf, PageQuery, text } from './primitives.js';

const Approach = z
  .string()
  .max(60)
  .refine((id) => id === '' || approachOf(id) !== undefined, 'The catalogue has no technique by this id')
  .meta({ description: 'Id of a technique of the catalogue; empty for none of them', example: 'kl-penalty' });

/** What was measured on the pair, in units of its intent, with its 90 % interval. */
export const Effect = z
  .strictObject({
    value: z.number(),
    low: z.number(),
    high: z.number(),
    unit: optionalText(40).default(''),
    measuredOn: Day.nullable().default(null),
  })
  .refine(({ value, low, high }) => low <= value && value <= high, 'The interval must hold the value')
  .meta({ id: 'Effect' });
export type Effect = z.infer<typeof Effect>;

const fields = {
  title: text(200),
  approach: Approach,
  stage: z.enum(valuesOf(mitigationStage)),
  action: optionalText(10_000).meta({ description: 'What exactly is done' }),
  ownerId: Id.nullable(),
  dueOn: Day.nullable(),
  cost: z.enum(valuesOf(costRating)).nullable(),
  robustness: z.enum(valuesOf(robustnessRating)).nullable(),
  failureMode: z.enum(valuesOf(mitigationFailureMode)).nullable(),
  pairId: Id.nullable(),
  effect: Effect.nullable(),
};

/** Something done so that an incident does not happen again, or does less harm. */
export const Mitigation = z
  .object({
    id: Id,
    ...fields,
    title: z.string(),
    approach: z.string(),
    approachName: z.string(),
    status: z.enum(valuesOf(mitigationStatus)),
    owner: PersonRef.nullable(),
    activeAt: Instant.nullable(),
    incidents: z
      .array(z.object({ key: z.string(), title: z.string() }))
      .meta({ description: 'The incidents it treats that the caller may see' }),
    version: z.number().int(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .omit({ ownerId: true })
  .meta({ id: 'Mitigation' });
export type Mitigation = z.infer<typeof Mitigation>;

export const NewMitigation = z
  .strictObject({
    title: fields.title,
    ...z.object(fields).partial().omit({ title: true }).shape,
    status: z.enum(valuesOf(mitigationStatus)).default('proposed'),
    incident: IncidentKey.optional().meta({ description: 'The incident that gave rise to it' }),
  })
  .meta({ id: 'NewMitigation' });
export type NewMitigation = z.infer<typeof NewMitigation>;

export const MitigationEdit = z
  .strictObject({
    ...z.object(fields).partial().shape,
    status: z.enum(valuesOf(mitigationStatus)).optional(),
  })
  .refine((edit) => Object.keys(edit).length > 0, 'Name at least one field to change')
  .meta({ id: 'MitigationEdit' });
export type MitigationEdit = z.infer<typeof MitigationEdit>;

export const MitigationQuery = PageQuery.extend({
  status: anyOf(mitigationStatus),
  stage: z.enum(valuesOf(mitigationStage)).optional(),
  approach: z.string().max(60).optional(),
  pair: Id.optional(),
  rmf: PartOfRmf.optional().meta({
    description: 'Treats incidents that are assessed by this part of NIST AI RMF',
  }),
  q: optionalText(200).optional(),
});
export type MitigationQuery = z.output<typeof MitigationQuery>;

export const MitigationPage = pageOf(Mitigation).meta({ id: 'MitigationPage' });
export const MitigationList = z.object({ items: z.array(Mitigation) }).meta({ id: 'MitigationList' });
