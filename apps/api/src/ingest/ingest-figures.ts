import { Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Metrics } from '../platform/metrics/metrics.js';
import type { TakenSignal } from '../signals/signals.service.js';
import type { SourceAtDoor } from './sources.queries.js';

interface Came {
  signals: readonly TakenSignal[];
  observations: { accepted: number; refused: readonly unknown[] };
  problem: string;
}

type From = Pick<MemberCaller, 'workspaceSlug'>;

/** What came from each source since this process began, for `/metrics`. */
@Injectable()
export class IngestFigures {
  private readonly deliveries: Counter;
  private readonly alerts: Counter;
  private readonly points: Counter;

  constructor({ registry }: Metrics) {
    const counter = (name: string, help: string, label: string) =>
      new Counter({ name, help, labelNames: ['workspace', 'source', label], registers: [registry] });
    this.deliveries = counter(
      'plumbline_deliveries_total',
      'Requests of tools by source and outcome',
      'outcome',
    );
    this.alerts = counter('plumbline_alerts_total', 'Alerts by source and what became of them', 'became');
    this.points = counter('plumbline_points_total', 'Measured values by source and outcome', 'outcome');
  }

  count({ workspaceSlug: workspace }: From, { key: source }: SourceAtDoor, came: Came): void {
    this.deliveries.inc({ workspace, source, outcome: came.problem ? 'partly' : 'taken' });
    for (const { what } of came.signals) this.alerts.inc({ workspace, source, became: what });
    const { accepted, refused } = came.observations;
    if (accepted > 0) this.points.inc({ workspace, source, outcome: 'taken' }, accepted);
    if (refused.length > 0) this.points.inc({ workspace, source, outcome: 'refused' }, refused.length);
  }

  countRefused({ workspaceSlug: workspace }: From, { key: source }: SourceAtDoor): void {
    this.deliveries.inc({ workspace, source, outcome: 'refused' });
  }
}
