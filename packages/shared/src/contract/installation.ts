import { z } from 'zod';
import { route } from './route.js';

/** What this installation runs. */
export const Version = z
  .object({ name: z.literal('plumbline'), version: z.string(), migration: z.number().int() })
  .meta({ id: 'Version' });
export type Version = z.infer<typeof Version>;

export const getVersion = route('GET /version', {
  summary: 'Say which version this installation runs',
  tag: 'Installation',
  access: 'anyone',
  success: { status: 200, body: Version },
  example: { response: { name: 'plumbline', version: '0.1.0', migration: 1 } },
});

export const installationRoutes = [getVersion] as const;
