import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  activateMetric,
  archiveMetric,
  createMetric,
  editMetric,
  getMetric,
  listMetrics,
  MetricChanges,
  MetricParams,
  MetricQuery,
  NewMetric,
  restoreMetric,
  type Metric,
} from '@plumbline/shared/contract/metric';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { IfMatch } from '../platform/endpoint/if-match.js';
import { MetricsService } from './metrics.service.js';

interface MetricRef {
  metric: string;
}

@Controller()
export class MetricsController {
  constructor(private readonly metrics: MetricsService) {}

  @Endpoint(listMetrics)
  list(@Caller() caller: MemberCaller, @Query({ schema: MetricQuery }) query: MetricQuery) {
    return this.metrics.list(caller, query);
  }

  @Endpoint(createMetric)
  create(@Caller() caller: MemberCaller, @Body({ schema: NewMetric }) draft: NewMetric): Promise<Metric> {
    return this.metrics.define(caller, draft);
  }

  @Endpoint(getMetric)
  get(
    @Caller() caller: MemberCaller,
    @Param({ schema: MetricParams }) { metric }: MetricRef,
  ): Promise<Metric> {
    return this.metrics.find(caller, metric);
  }

  @Endpoint(editMetric)
  edit(
    @Caller() caller: MemberCaller,
    @Param({ schema: MetricParams }) { metric }: MetricRef,
    @IfMatch() seen: number,
    @Body({ schema: MetricChanges }) changes: MetricChanges,
  ): Promise<Metric> {
    return this.metrics.edit(caller, metric, seen, changes);
  }

  @Endpoint(activateMetric)
  activate(
    @Caller() caller: MemberCaller,
    @Param({ schema: MetricParams }) { metric }: MetricRef,
  ): Promise<Metric> {
    return this.metrics.activate(caller, metric);
  }

  @Endpoint(archiveMetric)
  archive(
    @Caller() caller: MemberCaller,
    @Param({ schema: MetricParams }) { metric }: MetricRef,
  ): Promise<Metric> {
    return this.metrics.archive(caller, metric);
  }

  @Endpoint(restoreMetric)
  restore(
    @Caller() caller: MemberCaller,
    @Param({ schema: MetricParams }) { metric }: MetricRef,
  ): Promise<Metric> {
    return this.metrics.restore(caller, metric);
  }
}
