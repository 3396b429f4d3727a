import { z } from 'zod';
import { Email, NewPassword, PersonName } from './person.js';
import { Slug, text } from './primitives.js';
import { route } from './route.js';
import { CurrentSession, sessionExample } from './session.js';
import { TimeZone } from './time-zone.js';

/** Whether this installation waits for its first administrator. */
export const SetupState = z
  .object({
    needed: z.boolean().meta({ description: 'No administrator exists yet' }),
    codeNeeded: z.boolean().meta({ description: 'The setup code from the log must be sent along' }),
  })
  .meta({ id: 'SetupState' });
export type SetupState = z.infer<typeof SetupState>;

export const FirstSetup = z
  .object({
    name: PersonName,
    email: Email,
    password: NewPassword,
    workspaceName: text(80),
    workspaceSlug: Slug.optional().meta({ description: 'Made from the name when left out' }),
    timeZone: TimeZone.default('UTC'),
    exampleStory: z
      .boolean()
      .default(false)
      .meta({ description: 'Fill the workspace with the example story' }),
    setupCode: z.string().trim().max(100).optional(),
  })
  .meta({ id: 'FirstSetup' });
export type FirstSetup = z.infer<typeof FirstSetup>;

const tag = 'Installation';

export const getSetup = route('GET /setup', {
  summary: 'Say whether the first administrator is still to be made',
  tag,
  access: 'anyone',
  success: { status: 200, body: SetupState },
  example: { response: { needed: true, codeNeeded: false } },
});
export const setUp = route('POST /setup', {
  summary: 'Make the first administrator and workspace, and sign in',
  description:
    'Works once. Where Plumbline can be reached from other machines, send the setup code printed in its log.',
  tag,
  access: 'anyone',
  body: FirstSetup,
  success: { status: 201, body: CurrentSession },
  example: {
    body: {
      name: 'Hana Sato',
      email: 'hana@example.org',
      password: 'a long and private sentence',
      workspaceName: 'Northwind',
      exampleStory: true,
    },
    response: sessionExample,
  },
});

export const setupRoutes = [getSetup, setUp] as const;
