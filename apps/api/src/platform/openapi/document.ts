import { routes } from '@plumbline/shared/contract/api';
import { problemCodes, ProblemDetails } from '@plumbline/shared/contract/problem';
import type { Route } from '@plumbline/shared/contract/route';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { z } from 'zod';
import { version } from '../version.js';

const problemAnswer = {
  description: 'A problem, with a sentence that says what to do',
  content: { 'application/problem+json': { schema: ProblemDetails } },
};

/** The OpenAPI 3.1 description of the whole API, drawn from the same route objects that serve it. */
export function openApiDocument(publicUrl: string): object {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes as readonly Route[]) {
    const path = route.path.replace(/:([a-zA-Z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Plumbline API',
      version,
      description: introduction,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    tags: [...new Set((routes as readonly Route[]).map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key, `plk_...`, made under Settings.',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-plumbline_session',
          description:
            'Set by signing in. Several memberships: name the workspace by the header `Plumbline-Workspace`.',
        },
      },
    },
  });
}

function operation(route: Route): ZodOpenApiOperationObject {
  const { params, query, body, success, example } = route;
  const headers = requestHeaders(route);
  return {
    operationId: operationId(route),
    summary: route.summary,
    description: [route.description, accessSentence(route)].filter(Boolean).join('\n\n'),
    tags: [route.tag],
    security: route.access === 'anyone' ? [] : securityOf(route),
    requestParams: {
      ...(params ? { path: params } : {}),
      ...(query ? { query } : {}),
      ...(headers ? { header: headers } : {}),
    },
    ...(route.rawBody ? { requestBody: { required: true, content: aFile } } : {}),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: body, example: example.body } },
          },
        }
      : {}),
    responses: {
      [String(success.status)]: answer(route),
      '4XX': problemAnswer,
      '5XX': problemAnswer,
    },
  } as ZodOpenApiOperationObject;
}

function answer({ success, example }: Route): object {
  if (success.body)
    return {
      description: 'Done',
      content: { 'application/json': { schema: success.body, example: example.response } },
    };
  const told = { schema: z.string(), example: example.response };
  if (success.stream) return { description: 'The stream begins', content: { 'text/event-stream': told } };
  if (success.file)
    return {
      description: 'The file',
      content: Object.fromEntries(
        success.file.map((type, n) => [type, n === 0 ? told : { ...told, example: `The same as ${type}` }]),
      ),
    };
  return { description: 'Done, nothing to say' };
}

const aFile = {
  'application/octet-stream': {
    schema: { type: 'string', format: 'binary' },
    example: 'the bytes of the file',
  },
};

function operationId(route: Route): string {
  const words = route.path
    .split('/')
    .filter(Boolean)
    .map((part) => part.replace(/^:/, 'by-'));
  return [route.method.toLowerCase(), ...words].join('-');
}

function requestHeaders(route: Route): z.ZodObject | null {
  const shape: Record<string, z.ZodType> = {};
  if (route.ifMatch)
    shape['If-Match'] = z.string().meta({ description: 'The version you saw', example: '"7"' });
  if (route.idempotent) {
    shape['Idempotency-Key'] = z
      .string()
      .optional()
      .meta({ description: 'Makes the write repeatable for 24 hours' });
  }
  return Object.keys(shape).length > 0 ? z.object(shape) : null;
}

function securityOf(route: Route): Record<string, string[]>[] {
  const forKeys = typeof route.access === 'object' && route.access.scope !== null;
  return [{ session: [] }, ...(forKeys ? [{ apiKey: [] }] : [])];
}

function accessSentence({ access }: Route): string {
  if (access === 'anyone') return 'Open to anyone.';
  if (access === 'person') return 'For a signed-in person.';
  const keys = access.scope ? `API keys of that role with the scope \`${access.scope}\`` : 'no API key';
  return `For members from the role **${access.role}** on, and ${keys}.`;
}

const introduction = `Log, triage and measure AI alignment incidents.

**Keys.** Make one under Settings, API keys, and send it as \`Authorization: Bearer plk_...\`. A key implies its workspace.

**Lists** answer \`{ "items": [...], "next": "cursor or null" }\`; pass \`?cursor=\` for the next page.

**Edits** are PATCH with \`If-Match: "<version>"\`; without it 428, with an old one 412 and the current record.

**Repeating a write** is safe with an \`Idempotency-Key\`: the first success is replayed for 24 hours.

**Problems** are RFC 9457 \`application/problem+json\` with a stable \`code\`, a sentence and a request id. Codes: ${Object.keys(
  problemCodes,
)
  .map((code) => `\`${code}\``)
  .join(', ')}.`;
