import { z } from 'zod';
import { Day, Id, Instant, optionalText, pageOf, PageQuery, text } from './primitives.js';
import { route } from './route.js';
import { SystemParams } from './system.js';

export const LoopholeState = z.enum(['open', 'closed', 'accepted']);
export type LoopholeState = z.infer<typeof LoopholeState>;

const loopholeFields = {
  description: text(2000),
  state: LoopholeState,
  foundOn: Day,
  note: optionalText(2000),
};

/** A known way to satisfy the specification without the intent. */
export const Loophole = z
  .object({ id: Id, objectiveId: Id, ...loopholeFields, version: z.number().int() })
  .meta({ id: 'Loophole' });
export type Loophole = z.infer<typeof Loophole>;

export const NewLoophole = z
  .object({
    description: loopholeFields.description,
    state: LoopholeState.default('open'),
    foundOn: Day.optional().meta({ description: 'Today (UTC) when left out' }),
    note: loopholeFields.note.default(''),
  })
  .meta({ id: 'NewLoophole' });
export type NewLoophole = z.infer<typeof NewLoophole>;

export const LoopholeChanges = z.object(loopholeFields).partial().meta({ id: 'LoopholeChanges' });
export type LoopholeChanges = z.infer<typeof LoopholeChanges>;

/** 0 not at all, 1 a little, 2 clearly, 3 very; null is not judged yet. */
const Hardness = z.number().int().min(0, 'Use 0 to 3').max(3, 'Use 0 to 3').nullable();

const fields = {
  name: text(120),
  intent: text(4000).meta({ description: 'What people want' }),
  specification: text(4000).meta({ description: 'What is literally optimised' }),
  contextDependent: Hardness.meta({ description: 'How much the intent depends on context, 0 to 3' }),
  implicit: Hardness.meta({ description: 'How much of the intent is left unsaid, 0 to 3' }),
  multiDimensional: Hardness.meta({ description: 'How many wishes pull against each other, 0 to 3' }),
  changing: Hardness.meta({ description: 'How much the intent changes over time, 0 to 3' }),
};

/** What people want of a system, beside what it literally optimises. */
export const Objective = z
  .object({
    id: Id,
    systemId: Id,
    ...fields,
    loopholes: z.array(Loophole),
    version: z.number().int(),
    createdAt: Instant,
    updatedAt: Instant,
    archivedAt: Instant.nullable(),
  })
  .meta({ id: 'Objective' });
export type Objective = z.infer<typeof Objective>;

export const NewObjective = z
  .object({
    ...fields,
    contextDependent: Hardness.default(null),
    implicit: Hardness.default(null),
    multiDimensional: Hardness.default(null),
    changing: Hardness.default(null),
  })
  .meta({ id: 'NewObjective' });
export type NewObjective = z.infer<typeof NewObjective>;

export const ObjectiveChanges = z.object(fields).partial().meta({ id: 'ObjectiveChanges' });
export type ObjectiveChanges = z.infer<typeof ObjectiveChanges>;

export const ObjectiveParams = z.object({ id: Id });
export const LoopholeParams = z.object({ id: Id });

const loopholeExample = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a21',
  objectiveId: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a20',
  description: 'Autoplay counts as watching even when nobody is there.',
  state: 'open',
  foundOn: '2026-10-12',
  note: '',
  version: 1,
};
const example = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a20',
  systemId: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a10',
  name: 'Worthwhile time',
  intent: 'People say afterwards that their time was well spent.',
  specification: 'Maximise predicted watch time per session.',
  contextDependent: 2,
  implicit: 3,
  multiDimensional: 2,
  changing: 1,
  loopholes: [loopholeExample],
  version: 1,
  createdAt: '2026-03-02T09:00:00.000Z',
  updatedAt: '2026-03-02T09:00:00.000Z',
  archivedAt: null,
};
const tag = 'Objectives';
const read = { role: 'viewer', scope: 'workspace:read' } as const;
const create = { role: 'reporter', scope: 'workspace:write' } as const;
const change = { role: 'triager', scope: 'workspace:write' } as const;
const params = { id: example.id };

export const listObjectives = route('GET /systems/:system/objectives', {
  summary: 'List the objectives of an AI system, with their known loopholes',
  tag,
  access: read,
  params: SystemParams,
  query: PageQuery,
  success: { status: 200, body: pageOf(Objective).meta({ id: 'ObjectivePage' }) },
  example: { params: { system: 'feed-ranker' }, response: { items: [example], next: null } },
});
export const addObjective = route('POST /systems/:system/objectives', {
  summary: 'State an objective: what is wanted, and what is literally optimised',
  tag,
  access: create,
  idempotent: true,
  params: SystemParams,
  body: NewObjective,
  success: { status: 201, body: Objective },
  example: {
    params: { system: 'feed-ranker' },
    body: { name: example.name, intent: example.intent, specification: example.specification },
    response: example,
  },
});
export const getObjective = route('GET /objectives/:id', {
  summary: 'Read one objective',
  tag,
  access: read,
  params: ObjectiveParams,
  success: { status: 200, body: Objective },
  example: { params, response: example },
});
export const editObjective = route('PATCH /objectives/:id', {
  summary: 'Change fields of an objective',
  tag,
  access: change,
  ifMatch: true,
  params: ObjectiveParams,
  body: ObjectiveChanges,
  success: { status: 200, body: Objective },
  example: { params, body: { implicit: 2 }, response: { ...example, implicit: 2, version: 2 } },
});
export const archiveObjective = route('POST /objectives/:id/archive', {
  summary: 'Put an objective away that no active metric serves',
  tag,
  access: change,
  params: ObjectiveParams,
  success: { status: 200, body: Objective },
  example: { params, response: { ...example, archivedAt: '2026-11-20T08:00:00.000Z', version: 2 } },
});
export const restoreObjective = route('POST /objectives/:id/restore', {
  summary: 'Take an archived objective back',
  tag,
  access: change,
  params: ObjectiveParams,
  success: { status: 200, body: Objective },
  example: { params, response: { ...example, version: 3 } },
});
export const addLoophole = route('POST /objectives/:id/loopholes', {
  summary: 'Note a way to satisfy the specification without the intent',
  tag,
  access: create,
  idempotent: true,
  params: ObjectiveParams,
  body: NewLoophole,
  success: { status: 201, body: Loophole },
  example: { params, body: { description: loopholeExample.description }, response: loopholeExample },
});
export const editLoophole = route('PATCH /loopholes/:id', {
  summary: 'Change a loophole, for example close it',
  tag,
  access: change,
  ifMatch: true,
  params: LoopholeParams,
  body: LoopholeChanges,
  success: { status: 200, body: Loophole },
  example: {
    params: { id: loopholeExample.id },
    body: { state: 'closed', note: 'Autoplay is no longer counted.' },
    response: { ...loopholeExample, state: 'closed', note: 'Autoplay is no longer counted.', version: 2 },
  },
});

export const objectiveRoutes = [
  listObjectives,
  addObjective,
  getObjective,
  editObjective,
  archiveObjective,
  restoreObjective,
  addLoophole,
  editLoophole,
] as const;
