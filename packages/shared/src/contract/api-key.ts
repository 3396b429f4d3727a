import { z } from 'zod';
import { apiKeyScope, valuesOf } from '../taxonomy/values.js';
import { Id, Instant, pageOf, text } from './primitives.js';
import { route } from './route.js';
import { WorkspaceRole } from './session.js';

export const ApiKeyScope = z.enum(valuesOf(apiKeyScope));

/** A key for scripts and tools. Its secret is stored nowhere. */
export const ApiKey = z
  .object({
    id: Id,
    name: z.string(),
    prefix: z.string().meta({ description: 'The beginning of the key, to tell keys apart' }),
    role: WorkspaceRole,
    scopes: z.array(ApiKeyScope),
    createdBy: z.object({ id: Id, name: z.string() }),
    createdAt: Instant,
    expiresAt: Instant.nullable(),
    lastUsedAt: Instant.nullable().meta({ description: 'To the minute' }),
    revokedAt: Instant.nullable(),
  })
  .meta({ id: 'ApiKey' });
export type ApiKey = z.infer<typeof ApiKey>;

export const NewApiKey = z
  .object({
    name: text(80),
    role: WorkspaceRole.default('reporter').meta({ description: 'At most your own role' }),
    scopes: z.array(ApiKeyScope).min(1, 'Choose at least one scope').max(20),
    expiresAt: Instant.nullable().default(null),
  })
  .meta({ id: 'NewApiKey' });
export type NewApiKey = z.output<typeof NewApiKey>;

/** The only answer that ever holds the key itself. */
export const IssuedApiKey = ApiKey.extend({ key: z.string() }).meta({ id: 'IssuedApiKey' });
export type IssuedApiKey = z.infer<typeof IssuedApiKey>;

export const ApiKeyParams = z.object({ id: Id });
export const ApiKeyPage = pageOf(ApiKey).meta({ id: 'ApiKeyPage' });

const example = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8c01',
  name: 'Training notebook',
  prefix: 'plk_4fQ9sLx2Ab',
  role: 'reporter',
  scopes: ['incidents:write', 'observations:write'],
  createdBy: { id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8b02', name: 'Hana Sato' },
  createdAt: '2026-11-19T14:20:00.000Z',
  expiresAt: '2027-11-19T14:20:00.000Z',
  lastUsedAt: null,
  revokedAt: null,
};
const tag = 'API keys';
const access = { role: 'reporter', scope: null } as const;

export const listApiKeys = route('GET /api-keys', {
  summary: 'List API keys: your own, or as an administrator all of them',
  tag,
  access,
  success: { status: 200, body: ApiKeyPage },
  example: { response: { items: [example], next: null } },
});
export const createApiKey = route('POST /api-keys', {
  summary: 'Make an API key; the answer shows it once',
  tag,
  access,
  body: NewApiKey,
  success: { status: 201, body: IssuedApiKey },
  example: {
    body: { name: example.name, role: 'reporter', scopes: example.scopes, expiresAt: example.expiresAt },
    response: { ...example, key: 'plk_4fQ9sLx2Ab_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx000000' },
  },
});
export const revokeApiKey = route('POST /api-keys/:id/revoke', {
  summary: 'Revoke an API key at once',
  tag,
  access,
  params: ApiKeyParams,
  success: { status: 200, body: ApiKey },
  example: { params: { id: example.id }, response: { ...example, revokedAt: '2026-11-20T08:00:00.000Z' } },
});

export const apiKeyRoutes = [listApiKeys, createApiKey, revokeApiKey] as const;
