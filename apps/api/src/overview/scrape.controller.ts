import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { permit } from '../people/permit.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem/problem.js';
import { gaugesOf } from './scraped-gauges.js';
import { ScrapeQueries } from './scrape.queries.js';

/** What Prometheus can scrape of a workspace, with a key of its own scope. */
@Controller()
export class ScrapeController {
  constructor(
    private readonly queries: ScrapeQueries,
    private readonly clock: Clock,
  ) {}

  @Get('metrics/workspace')
  async scrape(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { member } = request;
    if (!member)
      throw new Problem(
        'auth/required',
        'Send an API key with the scope metrics:scrape as "Authorization: Bearer plk_...".',
        { headers: { 'www-authenticate': 'Bearer' } },
      );
    permit(member, { role: 'viewer', scope: 'metrics:scrape' });
    const { workspaceId, workspaceSlug: workspace, scopes } = member;
    const now = this.clock.now();
    const pairs = await this.queries.pairs(workspaceId);
    const mayAll = scopes?.includes('observations:read-held-out');
    const shown = pairs.map((pair) => (pair.heldOut && !mayAll ? { ...pair, gap: null } : pair));
    const text = await gaugesOf({
      workspace,
      now,
      pairs: shown,
      openIncidents: await this.queries.openIncidents(workspaceId),
      sources: await this.queries.silentSources(workspaceId, now),
    });
    await reply
      .type('text/plain; version=0.0.4; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(text);
  }
}
