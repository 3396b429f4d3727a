import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { NewObservation } from '@plumbline/shared/contract/observation';
import type { SeriesRule } from '@plumbline/shared/contract/source';
import { ObservationsService } from '../../metrics/observations.service.js';
import type { MemberCaller } from '../../platform/endpoint/caller.js';
import type { SourceAtDoor } from '../sources.queries.js';
import { growth, metricOf, observationsOf, ruleFor, type CounterState } from './map-series.js';
import type { OfferedSeries } from './offered-series.js';
import { SeriesQueries, type SeenSeries, type SeriesMemory } from './series.queries.js';

/** Series that no rule names are listed, up to so many of one request. */
const mostUnnamed = 200;
export const noRule = 'No rule of this source names it.';

interface Named {
  series: OfferedSeries;
  rule: SeriesRule;
  hash: string;
}

/** Turns the series of tools into observations, by the rules of their source. Called in the delivery's transaction. */
@Injectable()
export class SeriesIntake {
  constructor(
    private readonly queries: SeriesQueries,
    private readonly observations: ObservationsService,
  ) {}

  /** What series would become. Of what only grows nothing can be said: the next request will tell. */
  async preview(
    caller: MemberCaller,
    source: SourceAtDoor,
    offered: readonly OfferedSeries[],
  ): Promise<{ points: NewObservation[]; left: string[] }> {
    const rules = source.settings.series ?? [];
    const left = new Set<string>();
    const points = offered.flatMap((series) => {
      const rule = ruleFor(rules, series);
      if (!rule) left.add(`"${series.name.slice(0, 80)}": ${noRule}`);
      return rule && !grows({ series, rule }) ? observationsOf(rule, series) : [];
    });
    const known = await this.observations.knownMetrics(caller, [
      ...new Set(points.map(({ metric }) => metric)),
    ]);
    const strange = points.filter(({ metric }) => !known.has(metric));
    for (const { metric } of strange) left.add(`There is no metric with the key "${metric.slice(0, 64)}".`);
    return { points: points.filter(({ metric }) => known.has(metric)), left: [...left].slice(0, 50) };
  }

  /** @returns the observations; what no rule names is noted, so that somebody can see it and name it */
  async read(
    { workspaceId }: Pick<MemberCaller, 'workspaceId'>,
    source: SourceAtDoor,
    offered: readonly OfferedSeries[],
    now: Date,
  ): Promise<NewObservation[]> {
    const rules = source.settings.series ?? [];
    const named: Named[] = [];
    const seen = new Map<string, SeenSeries>();
    for (const series of offered) {
      const rule = ruleFor(rules, series);
      const hash = hashOf(series);
      if (rule) named.push({ series, rule, hash });
      else if (seen.size < mostUnnamed) seen.set(hash, seenAs(series, hash, null, noRule));
    }
    const growing = named.filter(grows).map(({ hash }) => hash);
    const memories = await this.queries.remembered(workspaceId, source.id, [...new Set(growing)]);
    const states = new Map(memories.map((memory) => [memory.hash, stateOf(memory)]));
    const observations = named.flatMap((each) => {
      const { series, rule, hash } = each;
      const entry = seenAs(series, hash, metricOf(rule, series), '');
      if (!grows(each)) {
        seen.set(hash, entry);
        return observationsOf(rule, series);
      }
      const grown = growth(series.points, states.get(hash) ?? null, series.kind === 'histogram');
      states.set(hash, grown.state);
      const { state } = grown;
      seen.set(hash, {
        ...entry,
        total: state?.total ?? null,
        count: state?.count ?? null,
        at: state && new Date(state.at),
      });
      return observationsOf(rule, series, grown.points);
    });
    await this.queries.note(workspaceId, source.id, [...seen.values()], now);
    const stepped = new Set(named.filter(({ rule }) => rule.secondsAsSteps).map(metricKeyOf));
    return stepped.size === 0 ? observations : this.asSteps(workspaceId, observations, stepped);
  }

  /** Values of runs at the seconds since the run began: what is measured live has no steps of its own. */
  private async asSteps(
    workspaceId: string,
    observations: NewObservation[],
    metrics: ReadonlySet<string>,
  ): Promise<NewObservation[]> {
    const begun = await this.queries.runsBegan(workspaceId, [...metrics]);
    return observations.map((point) => {
      const began = point.run && metrics.has(point.metric) ? begun.get(point.metric)?.[point.run] : undefined;
      if (!began || !point.at) return point;
      const step = Math.max(0, Math.floor((Date.parse(point.at) - Date.parse(began)) / 1000));
      return { ...point, step };
    });
  }
}

const metricKeyOf = ({ series, rule }: Named): string => metricOf(rule, series);

function grows({ series, rule }: Pick<Named, 'series' | 'rule'>): boolean {
  return series.kind === 'total' || series.kind === 'histogram' || (series.kind === null && rule.counter);
}

function stateOf({ at, total, count }: SeriesMemory): CounterState | null {
  return at && total !== null ? { at: at.getTime(), total, count: count ?? 0 } : null;
}

function seenAs(series: OfferedSeries, hash: string, metricKey: string | null, reason: string): SeenSeries {
  const { name, labels } = series;
  return { hash, name, labels, metricKey, reason, total: null, count: null, at: null };
}

function hashOf({ name, labels }: OfferedSeries): string {
  const sorted = Object.entries(labels).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([name, sorted]))
    .digest('hex');
}
