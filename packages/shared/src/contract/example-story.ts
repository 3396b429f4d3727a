import { z } from 'zod';
import { Instant } from './primitives.js';
import { route } from './route.js';

/** Whether the workspace holds the example story. */
export const ExampleStoryState = z
  .object({
    present: z.boolean(),
    incidents: z.number().int().meta({ description: 'How many incidents of the story are there' }),
    systems: z.number().int(),
  })
  .meta({ id: 'ExampleStoryState' });
export type ExampleStoryState = z.infer<typeof ExampleStoryState>;

/** What a removal did. Whatever your own records refer to stays, and is no longer marked as an example. */
export const ExampleStoryRemoved = z
  .object({
    removedAt: Instant,
    incidents: z.number().int(),
    systems: z.number().int(),
    kept: z.array(z.string()).meta({ description: 'Names of what your own records use; it is yours now' }),
  })
  .meta({ id: 'ExampleStoryRemoved' });
export type ExampleStoryRemoved = z.infer<typeof ExampleStoryRemoved>;

const tag = 'Example story';
const admins = { role: 'admin', scope: null } as const;
const present = { present: true, incidents: 30, systems: 5 };

export const getExampleStory = route('GET /example-story', {
  summary: 'Say whether the example story is there',
  tag,
  access: { role: 'viewer', scope: 'workspace:read' },
  success: { status: 200, body: ExampleStoryState },
  example: { response: present },
});

export const tellExampleStory = route('POST /example-story', {
  summary: 'Put the example story into the workspace',
  description: 'Named people, five systems, two years of values and their incidents, all marked as examples.',
  tag,
  access: admins,
  success: { status: 201, body: ExampleStoryState },
  example: { response: present },
});

export const removeExampleStory = route('DELETE /example-story', {
  summary: 'Remove the example story',
  description:
    'Its rows go and its entries in the record are redacted. What your own incidents refer to stays.',
  tag,
  access: admins,
  success: { status: 200, body: ExampleStoryRemoved },
  example: {
    response: { removedAt: '2026-11-20T09:00:00.000Z', incidents: 30, systems: 5, kept: [] },
  },
});

export const exampleStoryRoutes = [getExampleStory, tellExampleStory, removeExampleStory] as const;
