import { incidentRoutes } from './incident.js';
import { installationRoutes } from './installation.js';

/** Every operation below `/api/v1`, in the order of the documentation. */
export const routes = [...installationRoutes, ...incidentRoutes] as const;

/** The whole API by key, for clients: `Api['GET /version']`. A type only, so that a client ships no schema. */
export type Api = { [R in (typeof routes)[number] as R['key']]: R };
