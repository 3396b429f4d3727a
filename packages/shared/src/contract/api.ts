import { apiKeyRoutes } from './api-key.js';
import { changeRoutes } from './change.js';
import { divergenceRoutes } from './divergence-routes.js';
import { checkRoutes } from './check.js';
import { clockRoutes } from './clock-routes.js';
import { exampleStoryRoutes } from './example-story.js';
import { incidentRoutes } from './incident.js';
import { installationRoutes } from './installation.js';
import { invitationRoutes } from './invitation.js';
import { memberRoutes } from './member.js';
import { metricRoutes } from './metric.js';
import { mitigationRoutes } from './mitigation-routes.js';
import { notificationRoutes } from './notification-routes.js';
import { objectiveRoutes } from './objective.js';
import { observationRoutes } from './observation.js';
import { overviewRoutes } from './overview.js';
import { pairRoutes } from './pair.js';
import { presenceRoutes } from './presence.js';
import { rmfRoutes } from './rmf-routes.js';
import { runRoutes } from './run.js';
import { sessionRoutes } from './session.js';
import { setupRoutes } from './setup.js';
import { signalRoutes } from './signal-routes.js';
import { sourceRoutes } from './source-routes.js';
import { systemRoutes } from './system.js';
import { systemVersionRoutes } from './system-version.js';
import { taskRoutes } from './task-routes.js';
import { teamRoutes } from './team.js';
import { triageRoutes } from './triage.js';
import { webhookRoutes } from './webhook-routes.js';
import { workspaceRoutes } from './workspace.js';

/** Every operation below `/api/v1`, in the order of the documentation. */
export const routes = [
  ...installationRoutes,
  ...setupRoutes,
  ...sessionRoutes,
  ...workspaceRoutes,
  ...memberRoutes,
  ...teamRoutes,
  ...invitationRoutes,
  ...apiKeyRoutes,
  ...systemRoutes,
  ...systemVersionRoutes,
  ...runRoutes,
  ...objectiveRoutes,
  ...metricRoutes,
  ...pairRoutes,
  ...observationRoutes,
  ...divergenceRoutes,
  ...incidentRoutes,
  ...signalRoutes,
  ...sourceRoutes,
  ...webhookRoutes,
  ...checkRoutes,
  ...mitigationRoutes,
  ...rmfRoutes,
  ...clockRoutes,
  ...taskRoutes,
  ...notificationRoutes,
  ...triageRoutes,
  ...overviewRoutes,
  ...changeRoutes,
  ...presenceRoutes,
  ...exampleStoryRoutes,
] as const;

/** The whole API by key, for clients: `Api['GET /version']`. A type only, so that a client ships no schema. */
export type Api = { [R in (typeof routes)[number] as R['key']]: R };
