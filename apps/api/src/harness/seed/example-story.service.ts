import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ExampleStoryRemoved, ExampleStoryState } from '@plumbline/shared/contract/example-story';
import { ClocksService } from '../../duties/clocks.service.js';
import { IncidentMovesService } from '../../incidents/incident-moves.service.js';
import { IncidentTalkService } from '../../incidents/incident-talk.service.js';
import { IncidentService } from '../../incidents/incident.service.js';
import { MetricsService } from '../../metrics/metrics.service.js';
import { ObservationsService } from '../../metrics/observations.service.js';
import { PairsService } from '../../metrics/pairs.service.js';
import { MitigationsService } from '../../mitigations/mitigations.service.js';
import { ExampleStory } from '../../people/example-story.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/problem/problem.js';
import { RmfMappingsService } from '../../rmf/rmf-mappings.service.js';
import { RmfStatementsService } from '../../rmf/rmf-statements.service.js';
import { ObjectivesService } from '../../systems/objectives.service.js';
import { SystemVersionsService } from '../../systems/system-versions.service.js';
import { SystemsService } from '../../systems/systems.service.js';
import { clockActs } from './story-clocks.js';
import { StoryWorld, type StoryAct } from './story-act.js';
import { StoryCastRows } from './story-cast-rows.js';
import { storyIncidents } from './story-incidents.js';
import { lifeActs } from './story-life.js';
import { StoryRemoval, type StoryRemover } from './story-removal.js';
import { daysOfHistory } from './story-series.js';
import { settingActs } from './story-setting.js';
import { treatmentActs } from './story-treatment.js';

/**
 * The example story of a workspace. It is told through the same services that people use, act by act in the order
 * of time, each at its own hour, in one transaction: all of it is there or nothing.
 */
@Injectable()
export class ExampleStoryService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly word: ExampleStory,
    readonly cast: StoryCastRows,
    private readonly removal: StoryRemoval,
    readonly systems: SystemsService,
    readonly versions: SystemVersionsService,
    readonly objectives: ObjectivesService,
    readonly metrics: MetricsService,
    readonly pairs: PairsService,
    readonly observations: ObservationsService,
    readonly incidents: IncidentService,
    readonly moves: IncidentMovesService,
    readonly talk: IncidentTalkService,
    readonly mitigations: MitigationsService,
    readonly mappings: RmfMappingsService,
    readonly statements: RmfStatementsService,
    readonly clocks: ClocksService,
  ) {}

  /** The first set-up asks for the story by this word. */
  onModuleInit(): void {
    this.word.toldBy(async (workspaceId) => {
      await this.tell(workspaceId);
    });
  }

  async state(workspaceId: string): Promise<ExampleStoryState> {
    const row = await this.database.first<{ incidents: number; systems: number }>(
      `SELECT (SELECT count(*)::int FROM incident WHERE workspace_id = $1 AND example) AS incidents,
              (SELECT count(*)::int FROM ai_system WHERE workspace_id = $1 AND example) AS systems`,
      [workspaceId],
    );
    return { present: row!.incidents + row!.systems > 0, ...row! };
  }

  /** @throws Problem 409 when it is there already, or something else has one of its keys */
  async tell(workspaceId: string): Promise<ExampleStoryState> {
    return this.database.transaction(async () => {
      const workspace = await this.lock(workspaceId);
      if ((await this.state(workspaceId)).present)
        throw new Problem(
          'conflict/state',
          'The example story is here already. Remove it first to begin anew.',
        );
      const world = new StoryWorld(workspace, this.clock.now());
      await this.play(world);
      return this.state(workspaceId);
    });
  }

  /** @throws Problem 409 when there is none */
  async remove(workspaceId: string, remover: StoryRemover): Promise<ExampleStoryRemoved> {
    return this.database.transaction(async () => {
      await this.lock(workspaceId);
      if (!(await this.state(workspaceId)).present)
        throw new Problem('conflict/state', 'There is no example story in this workspace.');
      return this.removal.remove(workspaceId, remover);
    });
  }

  private async play(world: StoryWorld): Promise<void> {
    const opening = world.at([daysOfHistory + 3, '09:00']);
    await this.clock.runAt(opening, () => this.cast.enter(world, opening));
    const acts = [
      ...settingActs(world, this),
      ...storyIncidents.flatMap((incident) => lifeActs(world, this, incident)),
      ...treatmentActs(world, this),
      ...clockActs(world, this),
    ];
    // Stable: what happens in the same minute happens in the order in which it is written.
    acts.sort((one, other) => one.at.getTime() - other.at.getTime());
    for (const act of acts) await this.clock.runAt(act.at, () => this.act(world, act));
  }

  private async act(world: StoryWorld, act: StoryAct): Promise<void> {
    await act.play(world.caller(act.by));
  }

  /** Two administrators who click at once tell it once. */
  private async lock(workspaceId: string): Promise<{ id: string; slug: string }> {
    await this.database.query(`SELECT pg_advisory_xact_lock(hashtextextended('example story ' || $1, 0))`, [
      workspaceId,
    ]);
    const row = await this.database.first<{ id: string; slug: string }>(
      'SELECT id, slug FROM workspace WHERE id = $1',
      [workspaceId],
    );
    return row!;
  }
}
