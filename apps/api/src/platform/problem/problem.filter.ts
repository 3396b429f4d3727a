import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOGGER, type Logger } from '../log.js';
import { WebPages } from '../http/web-pages.js';
import { allowedMethods } from '../http/route-table.js';
import { Problem } from './problem.js';
import { problemBody } from './problem-body.js';
import { recognise } from './recognise.js';
import { sendRefusal, type Refusal } from './refusal.js';

/** The last stop of every request that did not succeed: one shape, one sentence, one request id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(LOGGER) private readonly log: Logger,
    private readonly web: WebPages,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    let problem = recognise(error);
    if (problem?.code === 'request/not-found' && !request.routeOptions.url) {
      if (await this.web.answer(request, reply)) return;
      problem = wrongMethod(request) ?? problem;
    }
    if (!problem) {
      this.log.error(
        { err: error, requestId: request.id, route: request.routeOptions.url },
        'unexpected fault',
      );
      problem = new Problem(
        'server/unexpected',
        `This is a fault of Plumbline, not of your request. Quote ${request.id} when you report it.`,
      );
    }
    if (reply.sent) return;
    const { refusal } = request.routeOptions.config as { refusal?: Refusal };
    if (refusal) return void (await sendRefusal(reply, refusal(problem, request)));
    await reply
      .status(problem.status)
      .headers({ ...problem.extras.headers, 'cache-control': 'no-store' })
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemBody(problem, request.id)));
  }
}

function wrongMethod(request: FastifyRequest): Problem | null {
  const allowed = allowedMethods(request.url);
  if (allowed.length === 0) return null;
  return new Problem(
    'request/method-not-allowed',
    `This address takes ${allowed.join(', ')}, not ${request.method}.`,
    { headers: { allow: allowed.join(', ') } },
  );
}
