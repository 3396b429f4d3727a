import { Injectable } from '@nestjs/common';
import { type LoggedCheck, type NewLoggedCheck } from '@plumbline/shared/contract/check';
import { NewMetric } from '@plumbline/shared/contract/metric';
import { NewObjective } from '@plumbline/shared/contract/objective';
import { NewPair } from '@plumbline/shared/contract/pair';
import { NewRun, type Run } from '@plumbline/shared/contract/run';
import { NewSystem, type System } from '@plumbline/shared/contract/system';
import { suggestFromCheck } from '@plumbline/shared/incident/check-labels';
import { v7 as newId } from 'uuid';
import { MetricsService } from '../metrics/metrics.service.js';
import { ObservationsService } from '../metrics/observations.service.js';
import { PairsService } from '../metrics/pairs.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Problem } from '../platform/problem/problem.js';
import { ObjectivesService } from '../systems/objectives.service.js';
import { RunsService } from '../systems/runs.service.js';
import { SystemsService } from '../systems/systems.service.js';
import { endsOf, pointsOf } from './check-points.js';
import { freeKey } from './free-key.js';
import { IncidentService } from './incident.service.js';

/** The two metrics of a check, and the objective that they serve. */
interface Measures {
  objectiveId: string;
  proxy: { id: string; key: string };
  measure: { id: string; key: string };
}

/** Makes an incident of a checked run, with everything it hangs on. */
@Injectable()
export class ChecksService {
  constructor(
    private readonly database: Database,
    private readonly systems: SystemsService,
    private readonly objectives: ObjectivesService,
    private readonly runs: RunsService,
    private readonly metrics: MetricsService,
    private readonly pairs: PairsService,
    private readonly observations: ObservationsService,
    private readonly incidents: IncidentService,
    private readonly clock: Clock,
  ) {}

  /**
   * All of it commits together or not at all.
   * @throws Problem 404 for a system that is not there, 409 for an archived one, 422 when a row cannot be taken
   */
  async log(caller: MemberCaller, check: NewLoggedCheck): Promise<LoggedCheck> {
    return this.database.transaction(async () => {
      const system = await this.systemOf(caller, check);
      const measures =
        'id' in check.system
          ? ((await this.knownMeasures(caller, system.id, check)) ??
            (await this.newMeasures(caller, system.id, check)))
          : await this.newMeasures(caller, system.id, check);
      const run = check.axis === 'time' ? null : await this.addRun(caller, system.id);
      await this.observe(caller, check, measures, run);
      const pair = await this.pairs.draw(
        caller,
        NewPair.parse({
          objectiveId: measures.objectiveId,
          proxyMetricId: measures.proxy.id,
          intentMetricId: measures.measure.id,
          axis: check.axis,
          runId: run?.id ?? null,
        }),
      );
      const incident = await this.incidents.log(
        caller,
        {
          title: check.title,
          intendedGoal: check.intent,
          specifiedObjective: specificationOf(check),
          observedBehaviour: check.finding.sentence,
          systems: [{ id: system.id, role: 'primary' }],
          objectiveId: measures.objectiveId,
          metricIds: [measures.proxy.id, measures.measure.id],
          pairIds: [pair.id],
          detectedAt: this.clock.now().toISOString(),
          ...occurredOf(check),
          labels: labelsOf(check),
        },
        { source: { kind: 'form', name: 'Quick check' } },
      );
      return {
        incident,
        systemKey: system.key,
        objectiveId: measures.objectiveId,
        proxyMetricId: measures.proxy.id,
        intentMetricId: measures.measure.id,
        pairId: pair.id,
        runId: run?.id ?? null,
      };
    });
  }

  private async systemOf(caller: MemberCaller, { system, axis }: NewLoggedCheck): Promise<System> {
    if ('id' in system) {
      const known = await this.systems.find(caller, system.id);
      if (known.archivedAt)
        throw new Problem('conflict/state', `Restore "${known.name}" first: it is archived.`);
      return known;
    }
    const key = await freeKey(system.name, 'system', 48, (one) => this.systems.find(caller, one));
    const stage = axis === 'time' ? 'production' : 'training';
    return this.systems.register(caller, NewSystem.parse({ key, name: system.name, stage }));
  }

  /** The metrics of an earlier check of the same two columns, where the objective they serve still stands. */
  private async knownMeasures(
    caller: MemberCaller,
    systemId: string,
    check: NewLoggedCheck,
  ): Promise<Measures | null> {
    const { items } = await this.metrics.list(caller, { system: systemId, limit: 100 });
    const same = (half: NewLoggedCheck['proxy'], role: 'proxy' | 'intent') =>
      items.find(
        (metric) =>
          metric.role === role &&
          metric.name.toLowerCase() === half.name.toLowerCase() &&
          metric.scale === half.scale &&
          metric.direction === `${half.direction}_better` &&
          metric.state !== 'retired',
      );
    const [proxy, measure] = [same(check.proxy, 'proxy'), same(check.measure, 'intent')];
    return proxy?.objectiveId && measure ? { objectiveId: proxy.objectiveId, proxy, measure } : null;
  }

  private async newMeasures(
    caller: MemberCaller,
    systemId: string,
    check: NewLoggedCheck,
  ): Promise<Measures> {
    const objective = await this.objectives.state(
      caller,
      systemId,
      NewObjective.parse({
        name: firstWords(check.intent),
        intent: check.intent,
        specification: specificationOf(check),
      }),
    );
    const define = async (half: NewLoggedCheck['proxy'], role: 'proxy' | 'intent') =>
      this.metrics.define(
        caller,
        NewMetric.parse({
          system: systemId,
          objectiveId: objective.id,
          key: await freeKey(half.name, role, 64, (one) => this.metrics.find(caller, one)),
          name: half.name,
          role,
          direction: `${half.direction}_better`,
          scale: half.scale,
        }),
      );
    return {
      objectiveId: objective.id,
      proxy: await define(check.proxy, 'proxy'),
      measure: await define(check.measure, 'intent'),
    };
  }

  private async addRun(caller: MemberCaller, systemId: string): Promise<Run> {
    const day = this.clock.now().toISOString().slice(0, 10);
    const externalId = `quick-check-${day}-${newId().slice(-6)}`;
    return this.runs.add(caller, systemId, NewRun.parse({ externalId }));
  }

  private async observe(
    caller: MemberCaller,
    check: NewLoggedCheck,
    { proxy, measure }: Measures,
    run: Run | null,
  ): Promise<void> {
    const { points, rows } = pointsOf(check, proxy.key, measure.key, run?.externalId ?? null);
    const { refused } = await this.observations.take(caller, points, 'From a quick check.');
    const [first] = refused;
    if (first) throw new Problem('data/unprocessable', `Row ${rows[first.index]! + 1}: ${first.message}`);
  }
}

function specificationOf({ proxy }: NewLoggedCheck): string {
  return `${proxy.direction === 'higher' ? 'Raise' : 'Lower'} ${proxy.name}.`;
}

/** The objective is called by the beginning of what is wanted. */
function firstWords(intent: string): string {
  const [line = ''] = intent.split('\n', 1);
  return line.length <= 120 ? line : `${line.slice(0, 117).replace(/\s+\S*$/, '')} …`;
}

/** Over time the onset is when it happened, as far as the interval lets one say. */
function occurredOf({ axis, finding }: NewLoggedCheck): { occurredAt?: string; occurredPrecision?: 'day' } {
  if (axis !== 'time' || !finding.onset || finding.pDiverged <= 0.5) return {};
  const at = new Date(finding.onset.at);
  return Number.isNaN(at.getTime()) ? {} : { occurredAt: at.toISOString(), occurredPrecision: 'day' };
}

function labelsOf({ finding, rows }: NewLoggedCheck) {
  const { from, to } = endsOf(rows);
  const suggested = suggestFromCheck(finding, from, to);
  const whole = <T extends object>(labels: T[] | undefined) =>
    labels?.map((label) => ({ ...label, quote: '' }));
  return {
    goodhartMode: whole(suggested.goodhartMode),
    mechanism: whole(suggested.mechanism),
    detectionSignal: whole(suggested.detectionSignal),
  };
}
