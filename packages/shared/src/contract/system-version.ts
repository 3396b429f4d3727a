import { z } from 'zod';
import { Id, Instant, optionalText, pageOf, PageQuery, text } from './primitives.js';
import { route } from './route.js';
import { SystemParams } from './system.js';

const fields = {
  name: text(120),
  releasedAt: Instant.nullable(),
  capabilityTier: optionalText(60),
  notes: optionalText(4000),
};

/** One released or planned version of an AI system. */
export const SystemVersion = z
  .object({
    id: Id,
    systemId: Id,
    ...fields,
    version: z.number().int(),
    createdAt: Instant,
    updatedAt: Instant,
    archivedAt: Instant.nullable(),
  })
  .meta({ id: 'SystemVersion' });
export type SystemVersion = z.infer<typeof SystemVersion>;

export const NewSystemVersion = z
  .object({
    ...fields,
    releasedAt: fields.releasedAt.default(null),
    capabilityTier: fields.capabilityTier.default(''),
    notes: fields.notes.default(''),
  })
  .meta({ id: 'NewSystemVersion' });
export type NewSystemVersion = z.infer<typeof NewSystemVersion>;

export const SystemVersionChanges = z.object(fields).partial().meta({ id: 'SystemVersionChanges' });
export type SystemVersionChanges = z.infer<typeof SystemVersionChanges>;

export const SystemVersionParams = z.object({ id: Id });

const example = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a11',
  systemId: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a10',
  name: '2026.11',
  releasedAt: '2026-11-02T09:00:00.000Z',
  capabilityTier: '',
  notes: '',
  version: 1,
  createdAt: '2026-11-01T09:00:00.000Z',
  updatedAt: '2026-11-01T09:00:00.000Z',
  archivedAt: null,
};
const tag = 'AI systems';
const change = { role: 'triager', scope: 'workspace:write' } as const;

export const listSystemVersions = route('GET /systems/:system/versions', {
  summary: 'List the versions of an AI system, newest first',
  tag,
  access: { role: 'viewer', scope: 'workspace:read' },
  params: SystemParams,
  query: PageQuery,
  success: { status: 200, body: pageOf(SystemVersion).meta({ id: 'SystemVersionPage' }) },
  example: { params: { system: 'feed-ranker' }, response: { items: [example], next: null } },
});
export const addSystemVersion = route('POST /systems/:system/versions', {
  summary: 'Add a version to an AI system',
  tag,
  access: { role: 'reporter', scope: 'workspace:write' },
  idempotent: true,
  params: SystemParams,
  body: NewSystemVersion,
  success: { status: 201, body: SystemVersion },
  example: {
    params: { system: 'feed-ranker' },
    body: { name: '2026.11', releasedAt: '2026-11-02T09:00:00Z' },
    response: example,
  },
});
export const editSystemVersion = route('PATCH /system-versions/:id', {
  summary: 'Change fields of a version',
  tag,
  access: change,
  ifMatch: true,
  params: SystemVersionParams,
  body: SystemVersionChanges,
  success: { status: 200, body: SystemVersion },
  example: {
    params: { id: example.id },
    body: { notes: 'Rolled back on 9 November.' },
    response: { ...example, notes: 'Rolled back on 9 November.', version: 2 },
  },
});
export const archiveSystemVersion = route('POST /system-versions/:id/archive', {
  summary: 'Put a version away',
  tag,
  access: change,
  params: SystemVersionParams,
  success: { status: 200, body: SystemVersion },
  example: {
    params: { id: example.id },
    response: { ...example, archivedAt: '2026-11-20T08:00:00.000Z', version: 2 },
  },
});

export const restoreSystemVersion = route('POST /system-versions/:id/restore', {
  summary: 'Take an archived version back into use',
  tag,
  access: change,
  params: SystemVersionParams,
  success: { status: 200, body: SystemVersion },
  example: { params: { id: example.id }, response: { ...example, version: 3 } },
});

export const systemVersionRoutes = [
  listSystemVersions,
  addSystemVersion,
  editSystemVersion,
  archiveSystemVersion,
  restoreSystemVersion,
] as const;
