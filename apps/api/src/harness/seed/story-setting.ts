import type { NewObservation } from '@plumbline/shared/contract/observation';
import { NewMetric } from '@plumbline/shared/contract/metric';
import { NewPair } from '@plumbline/shared/contract/pair';
import type { MetricsService } from '../../metrics/metrics.service.js';
import type { ObservationsService } from '../../metrics/observations.service.js';
import type { PairsService } from '../../metrics/pairs.service.js';
import type { ObjectivesService } from '../../systems/objectives.service.js';
import type { SystemVersionsService } from '../../systems/system-versions.service.js';
import type { SystemsService } from '../../systems/systems.service.js';
import type { StoryAct, StoryActor, StoryWorld } from './story-act.js';
import type { StoryCastRows } from './story-cast-rows.js';
import type { StoryPerson } from './story-cast.js';
import { storyMetrics, storyPairs, type StoryMetric, type StoryPair } from './story-metrics.js';
import { daysOfHistory, seriesOf, type Point } from './story-series.js';
import { storyObjectives, storySystems, type StoryObjective, type StorySystem } from './story-systems.js';

/** The features that the setting of the story goes through. */
export interface SettingServices {
  cast: StoryCastRows;
  systems: SystemsService;
  versions: SystemVersionsService;
  objectives: ObjectivesService;
  metrics: MetricsService;
  pairs: PairsService;
  observations: ObservationsService;
}

const keysOf = <K extends string>(things: Record<K, unknown>): K[] => Object.keys(things) as K[];
const beginning = daysOfHistory + 2;
const scribe: StoryPerson = 'hana';
const pipeline: StoryActor = { kind: 'key', name: 'Nightly metrics' };

/** Systems with their versions, what is wanted of them, how it is measured, and two years of values. */
export function settingActs(world: StoryWorld, services: SettingServices): StoryAct[] {
  return [
    ...keysOf(storySystems).flatMap((key) => systemActs(world, services, key)),
    ...keysOf(storyObjectives).flatMap((name) => objectiveActs(world, services, name)),
    ...keysOf(storyMetrics).map((key) => metricAct(world, services, key)),
    ...keysOf(storyPairs).flatMap((name) => pairActs(world, services, name)),
  ];
}

function systemActs(world: StoryWorld, services: SettingServices, key: StorySystem): StoryAct[] {
  const { team, versions, jurisdictions, ...facts } = storySystems[key];
  return [
    {
      at: world.at([beginning, '09:00']),
      by: scribe,
      async play(caller) {
        const ownerTeamId = world.known(world.teams, team);
        const draft = { ...facts, key, jurisdictions: [...jurisdictions], ownerTeamId };
        const system = await services.systems.register(caller, draft);
        world.systems.set(key, system.id);
        await services.cast.markSystem(caller.workspaceId, system.id);
      },
    },
    ...versions.map((version): StoryAct => ({
      at: world.at([version.daysAgo, '08:00']),
      by: scribe,
      play: (caller) =>
        services.versions.add(caller, key, {
          name: version.name,
          releasedAt: world.at([version.daysAgo, '08:00']).toISOString(),
          capabilityTier: 'tier' in version ? version.tier : '',
          notes: version.notes,
        }),
    })),
  ];
}

function objectiveActs(world: StoryWorld, services: SettingServices, name: StoryObjective): StoryAct[] {
  const { system, hardness, loopholes, ...facts } = storyObjectives[name];
  const [contextDependent, implicit, multiDimensional, changing] = hardness;
  return [
    {
      at: world.at([beginning, '09:20']),
      by: scribe,
      async play(caller) {
        const draft = { ...facts, contextDependent, implicit, multiDimensional, changing };
        world.objectives.set(name, (await services.objectives.state(caller, system, draft)).id);
      },
    },
    ...loopholes.map(({ foundDaysAgo, ...loophole }): StoryAct => ({
      at: world.at([foundDaysAgo, '11:00']),
      by: scribe,
      play: (caller) =>
        services.objectives.noteLoophole(caller, world.known(world.objectives, name), {
          ...loophole,
          foundOn: world.dayAt(foundDaysAgo),
        }),
    })),
  ];
}

function metricAct(world: StoryWorld, services: SettingServices, key: StoryMetric): StoryAct {
  const { objective, ...facts } = storyMetrics[key];
  return {
    at: world.at([beginning, '09:40']),
    by: scribe,
    async play(caller) {
      const draft = NewMetric.parse({
        ...facts,
        key,
        system: storyObjectives[objective].system,
        objectiveId: world.known(world.objectives, objective),
        introducedOn: world.dayAt(beginning),
      });
      world.metrics.set(key, (await services.metrics.define(caller, draft)).id);
      await services.metrics.activate(caller, key);
    },
  };
}

function pairActs(world: StoryWorld, services: SettingServices, name: StoryPair): StoryAct[] {
  const { objective, proxy, intent } = storyPairs[name];
  return [
    {
      at: world.at([beginning, '10:00']),
      by: scribe,
      async play(caller) {
        const draft = NewPair.parse({
          objectiveId: world.known(world.objectives, objective),
          proxyMetricId: world.known(world.metrics, proxy),
          intentMetricId: world.known(world.metrics, intent),
          referenceFromOn: world.dayAt(daysOfHistory),
          referenceToOn: world.dayAt(daysOfHistory - 180),
          auditEveryDays: 7,
        });
        const pair = await services.pairs.draw(caller, draft);
        world.pairs.set(name, pair.id);
        await services.pairs.activate(caller, pair.id);
      },
    },
    {
      // The history comes in at the end, in one piece: its points are older than the act that brings them.
      at: world.now,
      by: pipeline,
      async play(caller) {
        const series = seriesOf(name);
        const points = [
          ...observationsOf(world, proxy, series.proxy, '00:00'),
          ...observationsOf(world, intent, series.intent, '12:00'),
          ...series.beside.flatMap(({ metric, points: its }) => observationsOf(world, metric, its, '00:00')),
        ];
        const { refused } = await services.observations.take(caller, points);
        if (refused[0]) throw new Error(`A point of the example story was refused: ${refused[0].message}`);
      },
    },
  ];
}

function observationsOf(
  world: StoryWorld,
  metric: StoryMetric,
  points: readonly Point[],
  time: string,
): NewObservation[] {
  return points.map(({ daysAgo, value, n }) => ({
    metric,
    at: world.at([daysAgo - 1, time]).toISOString(),
    value,
    n: n ?? null,
    environment: 'production',
    context: 'deployment' as const,
  }));
}
