import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from '../log.js';
import { Metrics } from '../metrics/metrics.js';

/** One line a request: method, route pattern, status, milliseconds, request id. No bodies, no query, no cookies. */
export function logRequests(app: NestFastifyApplication, log: Logger): void {
  const server = app.getHttpAdapter().getInstance();
  const metrics = app.get(Metrics);
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? '(page)';
    metrics.observeRequest(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    const level = reply.statusCode >= 500 ? 'error' : route.startsWith('/assets') ? 'debug' : 'info';
    log[level](
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        workspace: request.member?.workspaceSlug,
      },
      'request',
    );
  });
}
