import { z } from 'zod';
import { Email, NewPassword, PersonName } from './person.js';
import { Id, Instant, pageOf, text } from './primitives.js';
import { route } from './route.js';
import { CurrentSession, sessionExample, WorkspaceRole } from './session.js';

/** An open door for one person, by link. */
export const Invitation = z
  .object({
    id: Id,
    email: z.string(),
    role: WorkspaceRole,
    teamIds: z.array(Id),
    invitedBy: z.object({ id: Id, name: z.string() }),
    createdAt: Instant,
    expiresAt: Instant,
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

export const NewInvitation = z
  .object({
    email: Email,
    role: WorkspaceRole.default('reporter'),
    teamIds: z.array(Id).max(50).default([]),
  })
  .meta({ id: 'NewInvitation' });
export type NewInvitation = z.infer<typeof NewInvitation>;

/** The only answer that ever holds the link. Pass it on yourself; Plumbline sends no mail. */
export const IssuedInvitation = Invitation.extend({ link: z.string() }).meta({ id: 'IssuedInvitation' });
export type IssuedInvitation = z.infer<typeof IssuedInvitation>;

/** What the holder of a link sees before accepting. */
export const OfferedInvitation = z
  .object({
    workspaceName: z.string(),
    email: z.string(),
    role: WorkspaceRole,
    invitedBy: z.string(),
    expiresAt: Instant,
    hasAccount: z.boolean().meta({
      description: 'Someone with this address exists: accept with their password, or signed in as them',
    }),
  })
  .meta({ id: 'OfferedInvitation' });
export type OfferedInvitation = z.infer<typeof OfferedInvitation>;

export const InvitationParams = z.object({ id: Id });
export const InvitationToken = z.object({ token: text(100) });

/** Signed in as the invited person, nothing is needed; with an account, its password; else a name and a new one. */
export const Acceptance = z
  .object({
    name: PersonName.optional(),
    password: z.string().min(1).max(1000).optional(),
    newPassword: NewPassword.optional(),
  })
  .meta({ id: 'Acceptance' });
export type Acceptance = z.infer<typeof Acceptance>;

const example = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8d01',
  email: 'amara@example.org',
  role: 'reporter',
  teamIds: [],
  invitedBy: { id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8b02', name: 'Hana Sato' },
  createdAt: '2026-11-19T14:20:00.000Z',
  expiresAt: '2026-11-26T14:20:00.000Z',
};
const tag = 'Invitations';
const manage = { role: 'admin', scope: null } as const;
const token = 'k3J9sLx2Ab4fQ9sLx2Ab4fQ9sLx2Ab4fQ9sLx2Ab4fQ';

export const listInvitations = route('GET /invitations', {
  summary: 'List the open invitations, newest first',
  tag,
  access: manage,
  success: { status: 200, body: pageOf(Invitation).meta({ id: 'InvitationPage' }) },
  example: { response: { items: [example], next: null } },
});
export const invite = route('POST /invitations', {
  summary: 'Invite a person; the answer shows the link once',
  description: 'Inviting the same address again replaces its open invitation: the older link stops working.',
  tag,
  access: manage,
  body: NewInvitation,
  success: { status: 201, body: IssuedInvitation },
  example: {
    body: { email: example.email, role: 'reporter' },
    response: { ...example, link: `https://plumbline.example.org/invitation/${token}` },
  },
});
export const revokeInvitation = route('DELETE /invitations/:id', {
  summary: 'Revoke an open invitation',
  tag,
  access: manage,
  params: InvitationParams,
  success: { status: 204, body: null },
  example: { params: { id: example.id }, response: null },
});
export const readInvitation = route('GET /invitation/:token', {
  summary: 'Look at the invitation behind a link',
  tag,
  access: 'anyone',
  params: InvitationToken,
  success: { status: 200, body: OfferedInvitation },
  example: {
    params: { token },
    response: {
      workspaceName: 'Northwind',
      email: example.email,
      role: 'reporter',
      invitedBy: 'Hana Sato',
      expiresAt: example.expiresAt,
      hasAccount: false,
    },
  },
});
export const acceptInvitation = route('POST /invitation/:token/accept', {
  summary: 'Accept an invitation and be signed in',
  description:
    'Signed in as the invited person, send `{}`. With an account, send `password`. New here, send `name` and `newPassword`.',
  tag,
  access: 'anyone',
  params: InvitationToken,
  body: Acceptance,
  success: { status: 200, body: CurrentSession },
  example: {
    params: { token },
    body: { name: 'Amara Okafor', newPassword: 'a long and private sentence' },
    response: {
      ...sessionExample,
      person: { id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8b07', name: 'Amara Okafor', email: example.email },
      memberships: [{ ...sessionExample.memberships[0]!, role: 'reporter' }],
    },
  },
});

export const invitationRoutes = [
  listInvitations,
  invite,
  revokeInvitation,
  readInvitation,
  acceptInvitation,
] as const;
