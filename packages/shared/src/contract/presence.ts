import { z } from 'zod';
import { IncidentKey, PersonRef } from './incident-record.js';
import { route } from './route.js';

const tag = 'Changes';
const access = { role: 'viewer', scope: null } as const;
const params = z.object({ key: IncidentKey });

/** Who looks at an incident right now, the caller included. */
export const Presence = z
  .object({ incident: IncidentKey, people: z.array(PersonRef) })
  .meta({ id: 'Presence' });
export type Presence = z.infer<typeof Presence>;

const example: Presence = {
  incident: 'INC-158',
  people: [{ id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a22', name: 'Mateus Carvalho' }],
};

export const lookAt = route('PUT /incidents/:key/presence', {
  summary: 'Say that you look at an incident, and read who else does',
  description:
    'Holds for 45 seconds: say it again while the page is open. Event streams of those who may see the incident get ' +
    'an event named `presence` with this as JSON when somebody comes or goes. Nothing of it is stored.',
  tag,
  access,
  params,
  success: { status: 200, body: Presence },
  example: { params: { key: 'INC-158' }, response: example },
});

export const lookAway = route('DELETE /incidents/:key/presence', {
  summary: 'Say that you no longer look at an incident',
  tag,
  access,
  params,
  success: { status: 204, body: null },
  example: { params: { key: 'INC-158' }, response: null },
});

export const presenceRoutes = [lookAt, lookAway] as const;
