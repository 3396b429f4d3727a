import { z } from 'zod';
import { Flag, Id, Instant, pageOf, text } from './primitives.js';
import { route } from './route.js';

/** People who share work: incidents can be assigned to a team, and shown to it alone. */
export const Team = z
  .object({
    id: Id,
    name: z.string(),
    members: z.array(z.object({ personId: Id, name: z.string() })),
    example: z.boolean().meta({ description: 'Part of the example story' }),
    version: z.number().int(),
    createdAt: Instant,
    archivedAt: Instant.nullable(),
  })
  .meta({ id: 'Team' });
export type Team = z.infer<typeof Team>;

export const NewTeam = z.object({ name: text(80) }).meta({ id: 'NewTeam' });
export type NewTeam = z.infer<typeof NewTeam>;
export const TeamChanges = NewTeam.partial().meta({ id: 'TeamChanges' });
export type TeamChanges = z.infer<typeof TeamChanges>;

export const TeamQuery = z.object({
  archived: Flag.optional().meta({ description: 'true lists only archived teams' }),
});
export type TeamQuery = z.output<typeof TeamQuery>;
export const TeamParams = z.object({ id: Id });
export const TeamMemberParams = z.object({ id: Id, person: Id });

const example = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8b06',
  name: 'Recommendations',
  members: [{ personId: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8b05', name: 'Jonas Lindqvist' }],
  example: false,
  version: 1,
  createdAt: '2026-03-02T09:00:00.000Z',
  archivedAt: null,
};
const tag = 'Teams';
const manage = { role: 'admin', scope: null } as const;
const params = { id: example.id };
const memberParams = { id: example.id, person: example.members[0]!.personId };

export const listTeams = route('GET /teams', {
  summary: 'List the teams of the workspace by name, with their members',
  tag,
  access: { role: 'viewer', scope: 'workspace:read' },
  query: TeamQuery,
  success: { status: 200, body: pageOf(Team).meta({ id: 'TeamPage' }) },
  example: { response: { items: [example], next: null } },
});
export const createTeam = route('POST /teams', {
  summary: 'Make a team',
  tag,
  access: manage,
  idempotent: true,
  body: NewTeam,
  success: { status: 201, body: Team },
  example: { body: { name: example.name }, response: { ...example, members: [] } },
});
export const editTeam = route('PATCH /teams/:id', {
  summary: 'Rename a team',
  tag,
  access: manage,
  ifMatch: true,
  params: TeamParams,
  body: TeamChanges,
  success: { status: 200, body: Team },
  example: { params, body: { name: 'Feed' }, response: { ...example, name: 'Feed', version: 2 } },
});
export const archiveTeam = route('POST /teams/:id/archive', {
  summary: 'Put a team away; what it owns keeps its name',
  tag,
  access: manage,
  params: TeamParams,
  success: { status: 200, body: Team },
  example: { params, response: { ...example, version: 2, archivedAt: '2026-11-20T08:00:00.000Z' } },
});
export const restoreTeam = route('POST /teams/:id/restore', {
  summary: 'Take an archived team back into use',
  tag,
  access: manage,
  params: TeamParams,
  success: { status: 200, body: Team },
  example: { params, response: { ...example, version: 3 } },
});
export const addTeamMember = route('PUT /teams/:id/members/:person', {
  summary: 'Take a member into a team',
  tag,
  access: manage,
  params: TeamMemberParams,
  success: { status: 200, body: Team },
  example: { params: memberParams, response: example },
});
export const removeTeamMember = route('DELETE /teams/:id/members/:person', {
  summary: 'Take a member out of a team',
  tag,
  access: manage,
  params: TeamMemberParams,
  success: { status: 200, body: Team },
  example: { params: memberParams, response: { ...example, members: [] } },
});

export const teamRoutes = [
  listTeams,
  createTeam,
  editTeam,
  archiveTeam,
  restoreTeam,
  addTeamMember,
  removeTeamMember,
] as const;
