import { Injectable } from '@nestjs/common';
import type { Metric, MetricChanges, MetricQuery, NewMetric } from '@plumbline/shared/contract/metric';
import { whyMetricCannotActivate } from '@plumbline/shared/metric/activation';
import { v7 as newId, validate as isId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Edits, type Edit } from '../activity/edits.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { pageFrom, readCursor } from '../platform/endpoint/cursor.js';
import { notFound, Problem } from '../platform/problem/problem.js';
import { ObjectivesService } from '../systems/objectives.service.js';
import { SystemsService } from '../systems/systems.service.js';
import { metricColumns } from './metric-columns.js';
import { MetricsQueries } from './metrics.queries.js';

/** What is measured about a system, and what each measure is for. */
@Injectable()
export class MetricsService {
  constructor(
    private readonly database: Database,
    private readonly queries: MetricsQueries,
    private readonly systems: SystemsService,
    private readonly objectives: ObjectivesService,
    private readonly activity: ActivityService,
    private readonly edits: Edits,
    private readonly clock: Clock,
  ) {}

  async list(caller: MemberCaller, query: MetricQuery): Promise<{ items: Metric[]; next: string | null }> {
    const after = readCursor(query.cursor, 2);
    const systemId = query.system ? (await this.systems.find(caller, query.system)).id : null;
    const rows = await this.queries.list(caller.workspaceId, this.today(), { ...query, systemId }, after);
    return pageFrom(rows, query.limit, (row) => [row.sortName, row.id]);
  }

  /** @param ref its id or its key @throws Problem 404 */
  async find(caller: MemberCaller, ref: string): Promise<Metric> {
    const metric = await this.read(caller, ref);
    if (!metric) throw notFound('metric');
    return metric;
  }

  async define(caller: MemberCaller, draft: NewMetric): Promise<Metric> {
    const id = newId();
    const system = await this.systems.find(caller, draft.system);
    await this.check(caller, system.id, draft);
    return this.database.transaction(async () => {
      await this.queries.insert(caller.workspaceId, id, system.id, draft, this.clock.now());
      const metric = await this.find(caller, id);
      await this.activity.record(caller, {
        verb: 'metric.defined',
        subjectKind: 'metric',
        subjectId: id,
        payload: { version: 1, systemId: system.id, after: metric },
      });
      return metric;
    });
  }

  /** @throws Problem 404, 409 when it would leave an active proxy without intent or a pair with a wrong half, 412 */
  async edit(caller: MemberCaller, ref: string, seen: number, changes: MetricChanges): Promise<Metric> {
    const metric = await this.find(caller, ref);
    const after = { ...metric, ...changes };
    await this.check(caller, metric.systemId, after);
    if (after.role === 'proxy' && metric.state !== 'draft' && after.objectiveId === null) {
      throw new Problem(
        'conflict/state',
        'An active proxy keeps its objective: it has to stand for something.',
      );
    }
    if (after.role !== metric.role) await this.refuseWhilePaired(caller, metric, 'change its role');
    return this.edits.apply(caller, this.editOf(caller, metric.id, changes), seen);
  }

  /** @throws Problem 404, 409 with the reason */
  async activate(caller: MemberCaller, ref: string): Promise<Metric> {
    const metric = await this.find(caller, ref);
    const why = whyMetricCannotActivate(metric);
    if (why) throw new Problem('conflict/state', why);
    const edit = this.editOf(caller, metric.id, { activatedAt: this.clock.now() }, 'activated');
    return this.edits.apply(caller, edit, metric.version);
  }

  /** @throws Problem 404, 409 while a pair uses it or when it is archived already */
  async archive(caller: MemberCaller, ref: string): Promise<Metric> {
    const metric = await this.find(caller, ref);
    if (metric.archivedAt) throw new Problem('conflict/state', 'This metric is archived already.');
    await this.refuseWhilePaired(caller, metric, 'archive it');
    const edit = this.editOf(caller, metric.id, { archivedAt: this.clock.now() }, 'archived');
    return this.edits.apply(caller, edit, metric.version);
  }

  /** @throws Problem 404, 409 when it is not archived */
  async restore(caller: MemberCaller, ref: string): Promise<Metric> {
    const metric = await this.find(caller, ref);
    if (!metric.archivedAt) throw new Problem('conflict/state', 'This metric is not archived.');
    return this.edits.apply(
      caller,
      this.editOf(caller, metric.id, { archivedAt: null }, 'restored'),
      metric.version,
    );
  }

  private today(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }

  private read(caller: MemberCaller, ref: string): Promise<Metric | null> {
    return isId(ref)
      ? this.queries.byId(caller.workspaceId, this.today(), ref)
      : this.queries.byKey(caller.workspaceId, this.today(), ref);
  }

  private async check(
    caller: MemberCaller,
    systemId: string,
    metric: Pick<NewMetric, 'objectiveId' | 'direction' | 'bandLow' | 'bandHigh'>,
  ): Promise<void> {
    const { bandLow, bandHigh } = metric;
    if (metric.direction === 'target_band' && (bandLow === null || bandHigh === null)) {
      throw new Problem('data/unprocessable', 'A target band needs both ends.');
    }
    if (bandLow !== null && bandHigh !== null && bandLow > bandHigh) {
      throw new Problem('data/unprocessable', 'The lower end of the target band lies above its upper end.');
    }
    if (!metric.objectiveId) return;
    const objective = await this.objectives.find(caller, metric.objectiveId);
    if (objective.systemId !== systemId) {
      throw new Problem('data/unprocessable', 'This objective belongs to another system.');
    }
  }

  private async refuseWhilePaired(caller: MemberCaller, metric: Metric, what: string): Promise<void> {
    const pairs = await this.queries.pairsOf(caller.workspaceId, metric.id);
    if (pairs.length === 0) return;
    throw new Problem('conflict/state', `Archive its pairs before you ${what}: ${pairs.join(', ')}.`);
  }

  private editOf(
    caller: MemberCaller,
    id: string,
    changes: Edit<Metric>['changes'],
    verb?: string,
  ): Edit<Metric> {
    const read = () => this.read(caller, id);
    return { kind: 'metric', table: 'metric', id, columns: metricColumns, changes, read, verb };
  }
}
