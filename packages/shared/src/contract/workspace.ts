import { z } from 'zod';
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
  .object({ name: WorkspaceName, timeZone: TimeZone })
  .partial()
  .meta({ id: 'WorkspaceChanges' });
export type WorkspaceChanges = z.infer<typeof WorkspaceChanges>;

const example = {
  id: sessionExample.memberships[0]!.workspaceId,
  slug: 'northwind',
  name: 'Northwind',
  timeZone: 'Europe/Zurich',
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
  summary: 'Change the name or time zone of the workspace',
  tag,
  access: { role: 'admin', scope: null },
  ifMatch: true,
  body: WorkspaceChanges,
  success: { status: 200, body: Workspace },
  example: { body: { name: 'Northwind AI' }, response: { ...example, name: 'Northwind AI', version: 2 } },
});

export const workspaceRoutes = [openWorkspace, getWorkspace, editWorkspace] as const;
