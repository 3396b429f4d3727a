import { z } from 'zod';
import { Id, Instant, pageOf, PageQuery } from './primitives.js';
import { route } from './route.js';
import { WorkspaceRole } from './session.js';

/** A person in a workspace. */
export const Member = z
  .object({
    personId: Id,
    name: z.string(),
    email: z.string(),
    role: WorkspaceRole,
    teamIds: z.array(Id),
    joinedAt: Instant,
    example: z.boolean().meta({ description: 'Part of the example story' }),
  })
  .meta({ id: 'Member' });
export type Member = z.infer<typeof Member>;

export const MemberQuery = PageQuery.extend({
  q: z.string().trim().max(120).optional().meta({ description: 'Part of the name or e-mail address' }),
  team: Id.optional(),
});
export type MemberQuery = z.output<typeof MemberQuery>;

export const MemberParams = z.object({ id: Id.meta({ description: 'The person' }) });
export const RoleChange = z.object({ role: WorkspaceRole }).meta({ id: 'RoleChange' });
export type RoleChange = z.infer<typeof RoleChange>;

const example = {
  personId: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8b05',
  name: 'Jonas Lindqvist',
  email: 'jonas@example.org',
  role: 'triager',
  teamIds: ['0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8b06'],
  joinedAt: '2026-03-02T09:00:00.000Z',
  example: false,
};
const tag = 'Members';
const manage = { role: 'admin', scope: null } as const;
const params = { id: example.personId };

export const listMembers = route('GET /members', {
  summary: 'List the members of the workspace by name',
  tag,
  access: { role: 'viewer', scope: 'workspace:read' },
  query: MemberQuery,
  success: { status: 200, body: pageOf(Member).meta({ id: 'MemberPage' }) },
  example: { query: { q: 'jonas' }, response: { items: [example], next: null } },
});
export const changeRole = route('PUT /members/:id/role', {
  summary: 'Give a member another role',
  description: 'API keys of theirs that may do more than the new role are revoked.',
  tag,
  access: manage,
  params: MemberParams,
  body: RoleChange,
  success: { status: 200, body: Member },
  example: { params, body: { role: 'admin' }, response: { ...example, role: 'admin' } },
});
export const removeMember = route('DELETE /members/:id', {
  summary: 'Remove a member from the workspace; their API keys are revoked',
  description: 'What they did keeps their name.',
  tag,
  access: manage,
  params: MemberParams,
  success: { status: 204, body: null },
  example: { params, response: null },
});
export const leaveWorkspace = route('POST /workspace/leave', {
  summary: 'Leave the workspace',
  tag,
  access: { role: 'viewer', scope: null },
  success: { status: 204, body: null },
  example: { response: null },
});

export const memberRoutes = [listMembers, changeRole, removeMember, leaveWorkspace] as const;
