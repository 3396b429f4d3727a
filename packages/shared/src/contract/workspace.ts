import { z } from 'zod';
import { valuesOf } from '../taxonomy/values.js';
import { weekday } from '../taxonomy/values/weekday.js';
import { Id, Instant, Slug, text } from './primitives.js';
import { route } from './route.js';
import { Membership, sessionExample } from './session.js';
import { TimeZone } from './time-zone.js';

export const WorkspaceName = text(80);

/** The tenant: everything else belongs to one. Its address (slug) never changes. */
export const Workspace = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    timeZone: z.string().meta({ description: 'Deadlines and digests follow it' }),
    meetingDay: z.enum(valuesOf(weekday)).meta({ description: 'On which the weekly triage meeting is' }),
    meetingTime: z.string().meta({ description: 'Its beginning, in the time zone of the workspace' }),
    version: z.number().int(),
    createdAt: Instant,
  })
  .meta({ id: 'Workspace' });
export type Workspace = z.infer<typeof Workspace>;

export const NewWorkspace = z
  .object({
    name: WorkspaceName,
    slug: Slug.optional().meta({ description: 'Made from the name when left out' }),
    timeZone: TimeZone.default('UTC'),
    exampleStory: z.boolean().default(false).meta({ description: 'Fill it with the example story' }),
  })
  .meta({ id: 'NewWorkspace' });
export type NewWorkspace = z.infer<typeof NewWorkspace>;

export const WorkspaceChanges = z
  .object({
    name: WorkspaceName,
    timeZone: TimeZone,
    meetingDay: z.enum(valuesOf(weekday)),
    meetingTime: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time such as 10:00')
      .meta({ example: '10:00' }),
  })
  .partial()
  .meta({ id: 'WorkspaceChanges' });
export type WorkspaceChanges = z.infer<typeof WorkspaceChanges>;

const example = {
  id: sessionExample.memberships[0]!.workspaceId,
  slug: 'northwind',
  name: 'Northwind',
  timeZone: 'Europe/Zurich',
  meetingDay: 'tuesday',
  meetingTime: '10:00',
  version: 1,
  createdAt: '2026-03-02T09:00:00.000Z',
};
const tag = 'Workspace';

export const openWorkspace = route('POST /workspaces', {
  summary: 'Open a further workspace, as its first administrator',
  description: 'For administrators of any workspace of this installation.',
  tag,
  access: 'person',
  body: NewWorkspace,
  success: { status: 201, body: Membership },
  example: {
    body: { name: 'Northwind', timeZone: 'Europe/Zurich' },
    response: { ...sessionExample.memberships[0]!, timeZone: 'Europe/Zurich' },
  },
});
export const getWorkspace = route('GET /workspace', {
  summary: 'Read the workspace you are in',
  tag,
  access: { role: 'viewer', scope: 'workspace:read' },
  success: { status: 200, body: Workspace },
  example: { response: example },
});
export const editWorkspace = route('PATCH /workspace', {
  summary: 'Change name, time zone or meeting of the workspace',
  tag,
  access: { role: 'admin', scope: null },
  ifMatch: true,
  body: WorkspaceChanges,
  success: { status: 200, body: Workspace },
  example: { body: { name: 'Northwind AI' }, response: { ...example, name: 'Northwind AI', version: 2 } },
});

export const workspaceRoutes = [openWorkspace, getWorkspace, editWorkspace] as const;
