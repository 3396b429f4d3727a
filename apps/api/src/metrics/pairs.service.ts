import { Injectable } from '@nestjs/common';
import type { NewPair, Pair, PairChanges, PairQuery } from '@plumbline/shared/contract/pair';
import { whyPairCannotActivate } from '@plumbline/shared/metric/activation';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Edits, type Edit } from '../activity/edits.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { pageFrom, readCursor } from '../platform/endpoint/cursor.js';
import { notFound, Problem } from '../platform/problem/problem.js';
import { ObjectivesService } from '../systems/objectives.service.js';
import { RunsService } from '../systems/runs.service.js';
import { SystemsService } from '../systems/systems.service.js';
import { MetricsService } from './metrics.service.js';
import { ChangedPairs } from './changed-pairs.js';
import { pairColumns } from './pair-columns.js';
import { PairsQueries } from './pairs.queries.js';

/** Proxies with the intent measures beside them. */
@Injectable()
export class PairsService {
  constructor(
    private readonly database: Database,
    private readonly queries: PairsQueries,
    private readonly systems: SystemsService,
    private readonly objectives: ObjectivesService,
    private readonly runs: RunsService,
    private readonly metrics: MetricsService,
    private readonly changes: ChangedPairs,
    private readonly activity: ActivityService,
    private readonly edits: Edits,
    private readonly clock: Clock,
  ) {}

  async list(caller: MemberCaller, query: PairQuery): Promise<{ items: Pair[]; next: string | null }> {
    const after = readCursor(query.cursor, 2);
    const systemId = query.system ? (await this.systems.find(caller, query.system)).id : null;
    const rows = await this.queries.list(caller.workspaceId, this.today(), { ...query, systemId }, after);
    return pageFrom(rows, query.limit, (row) => [row.sortName, row.id]);
  }

  /** @throws Problem 404 */
  async find(caller: MemberCaller, id: string): Promise<Pair> {
    const pair = await this.queries.byId(caller.workspaceId, this.today(), id);
    if (!pair) throw notFound('pair');
    return pair;
  }

  /** Draws up a pair. @throws Problem 404 for a half or an objective that is not there, 422 when they do not fit */
  async draw(caller: MemberCaller, draft: NewPair): Promise<Pair> {
    const id = newId();
    const objective = await this.objectives.find(caller, draft.objectiveId);
    const name = await this.checkHalves(caller, objective.systemId, draft);
    await this.check(caller, objective.systemId, draft);
    const pair = { ...draft, name: draft.name ?? name };
    return this.database.transaction(async () => {
      await this.queries.insert(caller.workspaceId, id, objective.systemId, pair, this.clock.now());
      const drawn = await this.find(caller, id);
      await this.activity.record(caller, {
        verb: 'pair.drawn',
        subjectKind: 'pair',
        subjectId: id,
        payload: { version: 1, systemId: objective.systemId, after: drawn },
      });
      return drawn;
    });
  }

  /** @throws Problem 404, 412, 422 */
  async edit(caller: MemberCaller, id: string, seen: number, changes: PairChanges): Promise<Pair> {
    const pair = await this.find(caller, id);
    await this.check(caller, pair.systemId, { ...pair, ...changes });
    return this.changed(caller, this.editOf(caller, id, changes), seen);
  }

  /** Begins to watch a pair; it learns until there are enough audits. @throws Problem 404, 409 with the reason */
  async activate(caller: MemberCaller, id: string): Promise<Pair> {
    const pair = await this.find(caller, id);
    const why = whyPairCannotActivate(pair);
    if (why) throw new Problem('conflict/state', why);
    const edit = this.editOf(caller, id, { state: 'learning', activatedAt: this.clock.now() }, 'activated');
    return this.changed(caller, edit, pair.version);
  }

  /** @throws Problem 404, 409 when it is archived already */
  async archive(caller: MemberCaller, id: string): Promise<Pair> {
    const pair = await this.find(caller, id);
    if (pair.archivedAt) throw new Problem('conflict/state', 'This pair is archived already.');
    const edit = this.editOf(caller, id, { archivedAt: this.clock.now() }, 'archived');
    return this.edits.apply(caller, edit, pair.version);
  }

  /** @throws Problem 404, 409 when it is not archived, or while one of its halves is */
  async restore(caller: MemberCaller, id: string): Promise<Pair> {
    const pair = await this.find(caller, id);
    if (!pair.archivedAt) throw new Problem('conflict/state', 'This pair is not archived.');
    for (const half of [pair.proxyMetricId, pair.intentMetricId]) {
      const { name, archivedAt } = await this.metrics.find(caller, half);
      if (archivedAt) throw new Problem('conflict/state', `Restore "${name}" first: it is archived.`);
    }
    const edit = this.editOf(caller, id, { archivedAt: null }, 'restored');
    return this.changed(caller, edit, pair.version);
  }

  /** A watched pair that was changed has to be run again from its beginning. */
  private async changed(caller: MemberCaller, edit: Edit<Pair>, seen: number): Promise<Pair> {
    return this.database.transaction(async () => {
      const pair = await this.edits.apply(caller, edit, seen);
      if (pair.activatedAt !== null && pair.archivedAt === null && pair.version !== seen)
        await this.changes.markPair(caller.workspaceId, pair.id, null, this.clock.now());
      return pair;
    });
  }

  private today(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }

  /** @returns the name of a pair of these halves */
  private async checkHalves(caller: MemberCaller, systemId: string, draft: NewPair): Promise<string> {
    const proxy = await this.metrics.find(caller, draft.proxyMetricId);
    const intent = await this.metrics.find(caller, draft.intentMetricId);
    if (proxy.role !== 'proxy') {
      throw new Problem('data/unprocessable', `"${proxy.name}" is not a proxy: its role is ${proxy.role}.`);
    }
    if (intent.role !== 'intent') {
      throw new Problem(
        'data/unprocessable',
        `"${intent.name}" is not an intent measure: its role is ${intent.role}.`,
      );
    }
    if (proxy.systemId !== systemId || intent.systemId !== systemId) {
      throw new Problem('data/unprocessable', 'Both metrics and the objective must belong to one system.');
    }
    if (proxy.archivedAt || intent.archivedAt) {
      throw new Problem('data/unprocessable', 'Restore the archived metric before you pair it.');
    }
    if (proxy.objectiveId !== null && proxy.objectiveId !== draft.objectiveId) {
      throw new Problem('data/unprocessable', `"${proxy.name}" stands for another objective.`);
    }
    return `${proxy.name} and ${intent.name}`.slice(0, 160);
  }

  private async check(
    caller: MemberCaller,
    systemId: string,
    pair: Pick<NewPair, 'runId' | 'referenceFromOn' | 'referenceToOn'>,
  ): Promise<void> {
    const { referenceFromOn, referenceToOn } = pair;
    if (referenceFromOn && referenceToOn && referenceFromOn > referenceToOn) {
      throw new Problem('data/unprocessable', 'The reference period begins after it ends.');
    }
    if (pair.runId && (await this.runs.find(caller, pair.runId)).systemId !== systemId) {
      throw new Problem('data/unprocessable', 'This run belongs to another system.');
    }
  }

  private editOf(
    caller: MemberCaller,
    id: string,
    changes: Edit<Pair>['changes'],
    verb?: string,
  ): Edit<Pair> {
    const read = () => this.queries.byId(caller.workspaceId, this.today(), id);
    return { kind: 'pair', table: 'metric_pair', id, columns: pairColumns, changes, read, verb };
  }
}
