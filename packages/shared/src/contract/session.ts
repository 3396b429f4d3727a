import { z } from 'zod';
import { valuesOf, workspaceRole } from '../taxonomy/values.js';
import { Email, Person } from './person.js';
import { Id } from './primitives.js';
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

export const sessionRoutes = [getSession, signIn, signOut] as const;
