import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import serveStatic from '@fastify/static';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { Problem } from '../problem/problem.js';
import { problemBody } from '../problem/problem-body.js';
import { recognise } from '../problem/recognise.js';
import { checkText, readJson } from './json-body.js';

const megabyte = 1024 * 1024;

/** The HTTP server with our own body reading; everything Nest or Fastify refuses early is problem+json too. */
export function createAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: megabyte,
    trustProxy: config.trustProxy,
    genReqId: requestId,
    // On shutdown: requests under way are answered, idle connections are closed at once.
    forceCloseConnections: 'idle',
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 400, ignoreTrailingSlash: true },
    frameworkErrors: (error: unknown, request: { id: string }, reply: EarlyReply) =>
      refuse(error, request.id, reply),
    clientErrorHandler: (error: NodeJS.ErrnoException, socket) => {
      if (error.code === 'ECONNRESET' || !socket.writable) return;
      const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
      const problem = recognise({ statusCode: status })!;
      const body = JSON.stringify(problemBody(problem, randomUUID()));
      socket.end(
        `HTTP/1.1 ${status} Bad Request\r\nContent-Type: application/problem+json\r\n` +
          `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
      );
    },
  });
}

function requestId(request: { headers: Record<string, string | string[] | undefined> }): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{8,100}$/.test(given) ? given : randomUUID();
}

/** What is left of a reply before routing: the bare response. */
interface EarlyReply {
  hijack(): unknown;
  raw: { statusCode: number; setHeader(name: string, value: string): unknown; end(body: string): unknown };
}

function refuse(error: unknown, requestId: string, reply: EarlyReply): void {
  const problem = recognise(error) ?? new Problem('request/malformed', 'The request could not be read.');
  reply.hijack();
  reply.raw.statusCode = problem.status;
  reply.raw.setHeader('content-type', 'application/problem+json; charset=utf-8');
  reply.raw.end(JSON.stringify(problemBody(problem, requestId)));
}

/** Installs cookies, compression, body reading, request ids and the web's files. */
export async function preparePlugins(app: NestFastifyApplication, config: Config): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, readBody);
  // Nest hands a route's configuration on, but not its limit.
  server.addHook('onRoute', (route) => {
    const { bodyLimit } = (route.config ?? {}) as { bodyLimit?: number };
    if (bodyLimit !== undefined) route.bodyLimit = bodyLimit;
  });
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  server.addHook('preValidation', async (request) => {
    checkText(request.query);
    checkText(request.params);
  });
  await app.register(cookie);
  // Requests are never inflated here: the ingest doors do that themselves, with a cap.
  await app.register(compress, { threshold: 2048, globalDecompression: false, encodings: ['br', 'gzip'] });
  if (config.webFolder && existsSync(join(config.webFolder, 'assets'))) {
    await app.register(serveStatic, {
      root: join(config.webFolder, 'assets'),
      prefix: '/assets/',
      preCompressed: true,
      wildcard: false,
      immutable: true,
      maxAge: '365d',
    });
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came, before it was read. */
    rawBody?: Buffer;
  }
}

type Done = (error: Error | null, body?: unknown) => void;

function readBody(request: FastifyRequest, body: Buffer, done: Done): void {
  request.rawBody = body;
  const { raw } = request.routeOptions.config as { raw?: boolean };
  if (raw) return done(null, body);
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase();
  try {
    if (type !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(type)) {
      throw new Problem(
        'request/unsupported-type',
        `This address takes JSON, not ${type.slice(0, 60) || 'an unnamed type'}. Send the header "Content-Type: application/json".`,
      );
    }
    done(null, readJson(body));
  } catch (error) {
    done(error as Error);
  }
}
