import { z } from 'zod';
import { rmfSubcategories } from '../taxonomy/rmf.js';
import { rmfAssessment, rmfStatementState } from '../taxonomy/values/mitigation.js';
import { valuesOf } from '../taxonomy/values.js';
import { PersonRef } from './incident-record.js';
import { Day, Flag, Id, Instant, optionalText } from './primitives.js';

/** `MEASURE 2.13`; any letter case, and a hyphen for the space, are taken too. */
export const Subcategory = z
  .string()
  .transform((value) => value.trim().toUpperCase().replace('-', ' '))
  .pipe(z.enum(valuesOf(rmfSubcategories), 'Write a NIST AI RMF subcategory such as MEASURE 2.13'))
  .meta({ example: 'MEASURE 2.13', override: { type: 'string' } });

const mapping = {
  assessment: z.enum(valuesOf(rmfAssessment)),
  evidence: optionalText(5000),
  ownerId: Id.nullable(),
  dueOn: Day.nullable(),
};

/** What an incident says about one subcategory. */
export const RmfMapping = z
  .object({
    id: Id,
    subcategory: z.string(),
    assessment: mapping.assessment,
    evidence: z.string(),
    owner: PersonRef.nullable(),
    dueOn: Day.nullable(),
    version: z.number().int(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'RmfMapping' });
export type RmfMapping = z.infer<typeof RmfMapping>;

export const NewRmfMapping = z
  .strictObject({
    subcategory: Subcategory,
    assessment: mapping.assessment,
    evidence: mapping.evidence.default(''),
    ownerId: mapping.ownerId.default(null),
    dueOn: mapping.dueOn.default(null),
  })
  .meta({ id: 'NewRmfMapping' });
export type NewRmfMapping = z.output<typeof NewRmfMapping>;

export const RmfMappingEdit = z
  .strictObject(mapping)
  .partial()
  .refine((edit) => Object.keys(edit).length > 0, 'Name at least one field to change')
  .meta({ id: 'RmfMappingEdit' });
export type RmfMappingEdit = z.infer<typeof RmfMappingEdit>;

const statement = {
  state: z.enum(valuesOf(rmfStatementState)),
  target: optionalText(2000),
  evidence: optionalText(5000),
  ownerId: Id.nullable(),
  evidenceOn: Day.nullable(),
  reviewOn: Day.nullable(),
};

/** Where one system stands on one subcategory. */
export const RmfStatement = z
  .object({
    id: Id,
    systemId: Id,
    systemName: z.string(),
    subcategory: z.string(),
    ...statement,
    owner: PersonRef.nullable(),
    version: z.number().int(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .omit({ ownerId: true })
  .meta({ id: 'RmfStatement' });
export type RmfStatement = z.infer<typeof RmfStatement>;

export const NewRmfStatement = z
  .strictObject({
    systemId: Id,
    subcategory: Subcategory,
    state: statement.state,
    ...z.object(statement).omit({ state: true }).partial().shape,
  })
  .meta({ id: 'NewRmfStatement' });
export type NewRmfStatement = z.output<typeof NewRmfStatement>;

export const RmfStatementEdit = z
  .strictObject(statement)
  .partial()
  .refine((edit) => Object.keys(edit).length > 0, 'Name at least one field to change')
  .meta({ id: 'RmfStatementEdit' });
export type RmfStatementEdit = z.infer<typeof RmfStatementEdit>;

export const RmfStatementQuery = z.object({ system: Id.optional(), subcategory: Subcategory.optional() });
export type RmfStatementQuery = z.output<typeof RmfStatementQuery>;

const figures = {
  incidents: z.number().int(),
  open: z.number().int(),
  gaps: z.number().int(),
  failedControls: z.number().int(),
  worked: z.number().int(),
  improvements: z.number().int(),
  mitigations: z.number().int().meta({ description: 'Active or verified, on those incidents' }),
  statements: z.number().int(),
  inPlace: z.number().int(),
  evidenceOn: Day.nullable().meta({ description: 'The newest evidence of any statement' }),
};
/** What the incidents that the caller may see say about one line of the board; each incident counts once. */
export type RmfFigures = z.infer<z.ZodObject<typeof figures>>;

export const RmfBoardRow = z.object({ subcategory: z.string(), ...figures }).meta({ id: 'RmfBoardRow' });
export type RmfBoardRow = z.infer<typeof RmfBoardRow>;

export const RmfBoardCategory = z
  .object({ category: z.string(), ...figures })
  .meta({ id: 'RmfBoardCategory' });
export type RmfBoardCategory = z.infer<typeof RmfBoardCategory>;

export const RmfBoard = z
  .object({ items: z.array(RmfBoardRow), categories: z.array(RmfBoardCategory) })
  .meta({ id: 'RmfBoard' });
export type RmfBoard = z.infer<typeof RmfBoard>;

export const RmfBoardQuery = z.object({
  system: Id.optional(),
  team: Id.optional(),
  example: Flag.optional(),
});
export type RmfBoardQuery = z.output<typeof RmfBoardQuery>;
