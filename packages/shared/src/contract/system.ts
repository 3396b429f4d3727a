import { z } from 'zod';
import { riskClass, systemRole, systemStage } from '../taxonomy/values/system.js';
import { valuesOf } from '../taxonomy/values.js';
import { Flag, Id, Instant, optionalText, pageOf, PageQuery, Slug, text } from './primitives.js';
import { route } from './route.js';

export const SystemStage = z.enum(valuesOf(systemStage));
export type SystemStage = z.infer<typeof SystemStage>;
export const SystemRole = z.enum(valuesOf(systemRole));
export type SystemRole = z.infer<typeof SystemRole>;
export const RiskClass = z.enum(valuesOf(riskClass));
export type RiskClass = z.infer<typeof RiskClass>;

/** A key that could be taken for an id would make addresses ambiguous. */
const SystemKey = Slug.refine(
  (key) => !z.uuid().safeParse(key).success,
  'Choose a key that does not look like an id',
);

const fields = {
  key: SystemKey,
  name: text(120),
  purpose: optionalText(4000),
  ownerTeamId: Id.nullable(),
  stage: SystemStage,
  role: SystemRole,
  riskClass: RiskClass,
  jurisdictions: z.array(text(40)).max(40),
};

/** An AI system that this organisation provides or deploys. */
export const System = z
  .object({
    id: Id,
    ...fields,
    key: z.string(),
    ownerTeamName: z.string().nullable(),
    example: z.boolean().meta({ description: 'Part of the example story' }),
    version: z.number().int(),
    createdAt: Instant,
    updatedAt: Instant,
    archivedAt: Instant.nullable(),
    counts: z
      .object({
        objectives: z.number().int(),
        metrics: z.number().int(),
        pairs: z.number().int(),
        unmeasuredProxies: z.number().int(),
      })
      .meta({
        description: 'What is defined and not archived. An unmeasured proxy has no intent measure beside it',
      }),
  })
  .meta({ id: 'System' });
export type System = z.infer<typeof System>;

export const NewSystem = z
  .object({
    ...fields,
    purpose: fields.purpose.default(''),
    ownerTeamId: fields.ownerTeamId.default(null),
    stage: SystemStage.default('design'),
    role: SystemRole.default('provider'),
    riskClass: RiskClass.default('unassessed'),
    jurisdictions: fields.jurisdictions.default([]),
  })
  .meta({ id: 'NewSystem' });
export type NewSystem = z.infer<typeof NewSystem>;

export const SystemChanges = z.object(fields).partial().meta({ id: 'SystemChanges' });
export type SystemChanges = z.infer<typeof SystemChanges>;

/** A system by its id or by its key. */
export const SystemParams = z.object({
  system: z.union([Id, Slug]).meta({ description: 'Id or key', example: 'feed-ranker' }),
});
export const SystemPage = pageOf(System).meta({ id: 'SystemPage' });

export const SystemQuery = PageQuery.extend({
  q: z.string().trim().max(120).optional().meta({ description: 'Part of the name or key' }),
  stage: SystemStage.optional(),
  team: Id.optional(),
  archived: Flag.optional().meta({ description: 'true lists only archived systems' }),
});
export type SystemQuery = z.output<typeof SystemQuery>;

const example = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a10',
  key: 'feed-ranker',
  name: 'Feed ranker',
  purpose: 'Orders the home feed so that people find what is worth their time.',
  ownerTeamId: null,
  ownerTeamName: null,
  example: false,
  stage: 'production',
  role: 'provider',
  riskClass: 'limited',
  jurisdictions: ['EU'],
  version: 3,
  createdAt: '2026-03-02T09:00:00.000Z',
  updatedAt: '2026-11-19T14:20:00.000Z',
  archivedAt: null,
  counts: { objectives: 1, metrics: 3, pairs: 1, unmeasuredProxies: 0 },
};
const tag = 'AI systems';
const read = { role: 'viewer', scope: 'workspace:read' } as const;
const create = { role: 'reporter', scope: 'workspace:write' } as const;
const change = { role: 'triager', scope: 'workspace:write' } as const;
const params = { system: 'feed-ranker' };

export const listSystems = route('GET /systems', {
  summary: 'List AI systems by name',
  tag,
  access: read,
  query: SystemQuery,
  success: { status: 200, body: SystemPage },
  example: { query: { stage: 'production' }, response: { items: [example], next: null } },
});
export const createSystem = route('POST /systems', {
  summary: 'Register an AI system',
  tag,
  access: create,
  idempotent: true,
  body: NewSystem,
  success: { status: 201, body: System },
  example: {
    body: { key: 'feed-ranker', name: 'Feed ranker', purpose: example.purpose, stage: 'production' },
    response: example,
  },
});
export const getSystem = route('GET /systems/:system', {
  summary: 'Read one AI system',
  tag,
  access: read,
  params: SystemParams,
  success: { status: 200, body: System },
  example: { params, response: example },
});
export const editSystem = route('PATCH /systems/:system', {
  summary: 'Change fields of an AI system',
  tag,
  access: change,
  ifMatch: true,
  params: SystemParams,
  body: SystemChanges,
  success: { status: 200, body: System },
  example: { params, body: { stage: 'retired' }, response: { ...example, stage: 'retired', version: 4 } },
});
export const archiveSystem = route('POST /systems/:system/archive', {
  summary: 'Put an AI system away; nothing of it is lost',
  tag,
  access: change,
  params: SystemParams,
  success: { status: 200, body: System },
  example: { params, response: { ...example, archivedAt: '2026-11-20T08:00:00.000Z', version: 4 } },
});
export const restoreSystem = route('POST /systems/:system/restore', {
  summary: 'Take an archived AI system back into use',
  tag,
  access: change,
  params: SystemParams,
  success: { status: 200, body: System },
  example: { params, response: { ...example, version: 5 } },
});

export const systemRoutes = [
  listSystems,
  createSystem,
  getSystem,
  editSystem,
  archiveSystem,
  restoreSystem,
] as const;
