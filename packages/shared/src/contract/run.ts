import { z } from 'zod';
import { Id, Instant, pageOf, PageQuery, text, WebAddress } from './primitives.js';
import { route } from './route.js';
import { SystemParams } from './system.js';

export const RunKind = z.enum(['training', 'evaluation']);
export type RunKind = z.infer<typeof RunKind>;

const fields = {
  externalId: text(200).meta({ description: 'What the run is called in the tool that ran it' }),
  kind: RunKind,
  versionId: Id.nullable(),
  link: z.union([WebAddress, z.literal('')]),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
};

/** A training or evaluation run of an AI system. */
export const Run = z
  .object({
    id: Id,
    systemId: Id,
    ...fields,
    version: z.number().int(),
    createdAt: Instant,
    updatedAt: Instant,
    archivedAt: Instant.nullable(),
  })
  .meta({ id: 'Run' });
export type Run = z.infer<typeof Run>;

export const NewRun = z
  .object({
    ...fields,
    kind: RunKind.default('training'),
    versionId: fields.versionId.default(null),
    link: fields.link.default(''),
    startedAt: fields.startedAt.default(null),
    endedAt: fields.endedAt.default(null),
  })
  .meta({ id: 'NewRun' });
export type NewRun = z.infer<typeof NewRun>;

export const RunChanges = z.object(fields).partial().meta({ id: 'RunChanges' });
export type RunChanges = z.infer<typeof RunChanges>;

export const RunParams = z.object({ id: Id });

const example = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a12',
  systemId: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a10',
  externalId: 'grpo-2026-11-01-a',
  kind: 'training',
  versionId: null,
  link: 'https://runs.example.com/grpo-2026-11-01-a',
  startedAt: '2026-11-01T09:00:00.000Z',
  endedAt: null,
  version: 1,
  createdAt: '2026-11-01T09:00:00.000Z',
  updatedAt: '2026-11-01T09:00:00.000Z',
  archivedAt: null,
};
const tag = 'AI systems';

export const listRuns = route('GET /systems/:system/runs', {
  summary: 'List the runs of an AI system, newest first',
  tag,
  access: { role: 'viewer', scope: 'workspace:read' },
  params: SystemParams,
  query: PageQuery,
  success: { status: 200, body: pageOf(Run).meta({ id: 'RunPage' }) },
  example: { params: { system: 'feed-ranker' }, response: { items: [example], next: null } },
});
export const addRun = route('POST /systems/:system/runs', {
  summary: 'Add a training or evaluation run',
  tag,
  access: { role: 'reporter', scope: 'workspace:write' },
  idempotent: true,
  params: SystemParams,
  body: NewRun,
  success: { status: 201, body: Run },
  example: {
    params: { system: 'feed-ranker' },
    body: { externalId: example.externalId, link: example.link, startedAt: '2026-11-01T09:00:00Z' },
    response: example,
  },
});
export const editRun = route('PATCH /runs/:id', {
  summary: 'Change fields of a run',
  tag,
  access: { role: 'reporter', scope: 'workspace:write' },
  ifMatch: true,
  params: RunParams,
  body: RunChanges,
  success: { status: 200, body: Run },
  example: {
    params: { id: example.id },
    body: { endedAt: '2026-11-01T17:30:00Z' },
    response: { ...example, endedAt: '2026-11-01T17:30:00.000Z', version: 2 },
  },
});

export const archiveRun = route('POST /runs/:id/archive', {
  summary: 'Put a run away; its values stay',
  tag,
  access: { role: 'triager', scope: 'workspace:write' },
  params: RunParams,
  success: { status: 200, body: Run },
  example: {
    params: { id: example.id },
    response: { ...example, archivedAt: '2026-11-20T08:00:00.000Z', version: 2 },
  },
});
export const restoreRun = route('POST /runs/:id/restore', {
  summary: 'Take an archived run back into use',
  tag,
  access: { role: 'triager', scope: 'workspace:write' },
  params: RunParams,
  success: { status: 200, body: Run },
  example: { params: { id: example.id }, response: { ...example, version: 3 } },
});

export const runRoutes = [listRuns, addRun, editRun, archiveRun, restoreRun] as const;
