import { Injectable } from '@nestjs/common';
import type { PairSeriesQuery } from '@plumbline/shared/contract/pair';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Problem } from '../platform/problem/problem.js';
import { HeldOut } from './held-out.js';
import { mostDrawn, PairSeriesQueries } from './pair-series.queries.js';
import { PairsService } from './pairs.service.js';

/** The numbers of a pair, ready to draw. */
@Injectable()
export class PairSeriesService {
  constructor(
    private readonly pairs: PairsService,
    private readonly queries: PairSeriesQueries,
    private readonly heldOut: HeldOut,
  ) {}

  /**
   * Both halves as JSON text (`PairSeries`). What the query names overrides what the pair is narrowed to.
   * @throws Problem 403 for a key without sight of held-out metrics, 404, 422 for more points than can be drawn
   */
  async draw(caller: MemberCaller, pairId: string, query: PairSeriesQuery): Promise<string> {
    const pair = await this.pairs.find(caller, pairId);
    await this.heldOut.read(caller, [pair.proxy, pair.intent]);
    const slice = {
      axis: pair.axis,
      every: query.every,
      from: query.from ?? null,
      to: query.to ?? null,
      environment: query.environment ?? pair.environment,
      segment: query.segment ?? pair.segment,
      context: query.context ?? pair.context,
      versionId: query.version ?? null,
      runId: query.run ?? pair.runId,
    };
    const [proxy, intent] = await Promise.all(
      [pair.proxyMetricId, pair.intentMetricId].map((metricId) =>
        this.queries.columns(caller.workspaceId, { ...slice, metricId }),
      ),
    );
    if (proxy!.points > mostDrawn || intent!.points > mostDrawn) {
      throw new Problem(
        'data/unprocessable',
        `That is more than ${mostDrawn.toLocaleString('en')} points. Ask for every=day, or for a shorter time.`,
      );
    }
    return `{"axis":"${slice.axis}","every":"${slice.every}","proxy":${proxy!.json},"intent":${intent!.json}}`;
  }
}
