import { Injectable } from '@nestjs/common';
import type { OfferedSeriesSeen, SeriesRules } from '@plumbline/shared/contract/source';
import { ObservationsService } from '../../metrics/observations.service.js';
import type { MemberCaller } from '../../platform/endpoint/caller.js';
import { SourcesService } from '../sources.service.js';
import { metricOf, ruleFor } from './map-series.js';
import { noRule } from './series-intake.service.js';
import { SeriesQueries } from './series.queries.js';

interface Page {
  items: OfferedSeriesSeen[];
  next: null;
}

/** What tools have offered: looked at, and tried out against other rules. */
@Injectable()
export class OfferedSeriesService {
  constructor(
    private readonly queries: SeriesQueries,
    private readonly sources: SourcesService,
    private readonly observations: ObservationsService,
  ) {}

  /** @throws Problem 404 */
  async list(caller: MemberCaller, sourceId: string): Promise<Page> {
    const { id } = await this.sources.find(caller, sourceId);
    return { items: await this.queries.list(caller.workspaceId, id), next: null };
  }

  /** What other rules would make of what was offered. @throws Problem 404 */
  async preview(caller: MemberCaller, sourceId: string, { series: rules }: SeriesRules): Promise<Page> {
    const { items } = await this.list(caller, sourceId);
    const named = items.map((each) => ({ each, rule: ruleFor(rules, each) }));
    const keys = named.flatMap(({ each, rule }) => (rule ? metricOf(rule, each) : []));
    const known = await this.observations.knownMetrics(caller, [...new Set(keys)]);
    return {
      next: null,
      items: named.map(({ each, rule }) => {
        if (!rule) return { ...each, metric: null, reason: noRule };
        const metric = metricOf(rule, each);
        const reason = known.has(metric) ? '' : `There is no metric with the key "${metric}".`;
        return { ...each, metric, reason };
      }),
    };
  }
}
