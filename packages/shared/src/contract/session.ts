import { z } from 'zod';
import { valuesOf, workspaceRole } from '../taxonomy/values.js';
import { Email, NewPassword, Person, PersonName } from './person.js';
import { Id, Instant, pageOf } from './primitives.js';
import { route } from './route.js';

export const WorkspaceRole = z.enum(valuesOf(workspaceRole));

/** A workspace that the signed-in person belongs to. */
export const Membership = z
  .object({
    workspaceId: Id,
    slug: z.string(),
    name: z.string(),
    timeZone: z.string(),
    role: WorkspaceRole,
  })
  .meta({ id: 'Membership' });
export type Membership = z.infer<typeof Membership>;

/** Something about this installation that the person should see to. */
export const SessionWarning = z
  .object({ code: z.enum(['insecure-cookie']), message: z.string() })
  .meta({ id: 'SessionWarning' });
export type SessionWarning = z.infer<typeof SessionWarning>;

/** Who is signed in, and where they may go. */
export const CurrentSession = z
  .object({
    sessionId: Id,
    person: Person,
    memberships: z.array(Membership),
    warnings: z.array(SessionWarning),
  })
  .meta({ id: 'CurrentSession' });
export type CurrentSession = z.infer<typeof CurrentSession>;

export const SignIn = z
  .object({ email: Email, password: z.string().min(1, 'Write your password').max(1000) })
  .meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof SignIn>;

/** A browser that is signed in. */
export const OpenSession = z
  .object({
    id: Id,
    current: z.boolean().meta({ description: 'The one that asks' }),
    userAgent: z.string(),
    address: z.string(),
    createdAt: Instant,
    lastSeenAt: Instant.meta({ description: 'To the minute' }),
    expiresAt: Instant,
  })
  .meta({ id: 'OpenSession' });
export type OpenSession = z.infer<typeof OpenSession>;

export const SessionParams = z.object({ id: Id });

export const PasswordChange = z
  .object({
    currentPassword: z.string().min(1, 'Write your present password').max(1000),
    newPassword: NewPassword,
  })
  .meta({ id: 'PasswordChange' });
export type PasswordChange = z.infer<typeof PasswordChange>;

export const PersonChanges = z.object({ name: PersonName }).meta({ id: 'PersonChanges' });
export type PersonChanges = z.infer<typeof PersonChanges>;

export const sessionExample = {
  sessionId: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8b01',
  person: { id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8b02', name: 'Hana Sato', email: 'hana@example.org' },
  memberships: [
    {
      workspaceId: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8b03',
      slug: 'northwind',
      name: 'Northwind',
      timeZone: 'UTC',
      role: 'admin',
    },
  ],
  warnings: [],
};
const tag = 'Session';

export const getSession = route('GET /session', {
  summary: 'Say who is signed in and which workspaces they belong to',
  tag,
  access: 'person',
  success: { status: 200, body: CurrentSession },
  example: { response: sessionExample },
});
export const signIn = route('POST /session', {
  summary: 'Sign in with e-mail address and password',
  description: 'Sets the session cookie. An older session of the same browser ends.',
  tag,
  access: 'anyone',
  body: SignIn,
  success: { status: 201, body: CurrentSession },
  example: {
    body: { email: 'hana@example.org', password: 'a long and private sentence' },
    response: sessionExample,
  },
});
export const signOut = route('DELETE /session', {
  summary: 'Sign out: the session ends and its cookie is cleared',
  tag,
  access: 'person',
  success: { status: 204, body: null },
  example: { response: null },
});

export const listSessions = route('GET /sessions', {
  summary: 'List the browsers in which you are signed in',
  tag,
  access: 'person',
  success: { status: 200, body: pageOf(OpenSession).meta({ id: 'OpenSessionPage' }) },
  example: {
    response: {
      items: [
        {
          id: sessionExample.sessionId,
          current: true,
          userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0',
          address: '192.0.2.17',
          createdAt: '2026-11-19T08:00:00.000Z',
          lastSeenAt: '2026-11-19T14:20:00.000Z',
          expiresAt: '2026-12-19T08:00:00.000Z',
        },
      ],
      next: null,
    },
  },
});
export const endOtherSessions = route('DELETE /sessions', {
  summary: 'Sign out everywhere but here',
  tag,
  access: 'person',
  success: { status: 204, body: null },
  example: { response: null },
});
export const endSession = route('DELETE /sessions/:id', {
  summary: 'Sign out one of your browsers',
  tag,
  access: 'person',
  params: SessionParams,
  success: { status: 204, body: null },
  example: { params: { id: sessionExample.sessionId }, response: null },
});
export const changePassword = route('PUT /person/password', {
  summary: 'Change your password; all your other sessions end',
  tag,
  access: 'person',
  body: PasswordChange,
  success: { status: 200, body: CurrentSession },
  example: {
    body: { currentPassword: 'a long and private sentence', newPassword: 'an even longer private sentence' },
    response: sessionExample,
  },
});
export const renamePerson = route('PUT /person/name', {
  summary: 'Change the name that others see',
  tag,
  access: 'person',
  body: PersonChanges,
  success: { status: 200, body: CurrentSession },
  example: {
    body: { name: 'Hana S. Sato' },
    response: { ...sessionExample, person: { ...sessionExample.person, name: 'Hana S. Sato' } },
  },
});

export const sessionRoutes = [
  getSession,
  signIn,
  signOut,
  listSessions,
  endOtherSessions,
  endSession,
  changePassword,
  renamePerson,
] as const;
