import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../../activity/activity.service.js';
import { Database } from '../../platform/database/database.js';
import { storyPeople, storyTeams, type StoryPerson, type StoryTeam } from './story-cast.js';
import { storyRequest, type StoryWorld } from './story-act.js';

/** Writes the people and teams of the story, who never sign in and come by no invitation. */
@Injectable()
export class StoryCastRows {
  constructor(
    private readonly database: Database,
    private readonly activity: ActivityService,
  ) {}

  /** Brings everybody into the workspace. People are global: two workspaces with the story share them. */
  async enter(world: StoryWorld, at: Date): Promise<void> {
    for (const name of Object.keys(storyPeople) as StoryPerson[])
      world.people.set(name, await this.person(world, name, at));
    for (const name of Object.keys(storyTeams) as StoryTeam[])
      world.teams.set(name, await this.team(world, name, at));
  }

  async markSystem(workspaceId: string, id: string): Promise<void> {
    await this.database.query('UPDATE ai_system SET example = true WHERE workspace_id = $1 AND id = $2', [
      workspaceId,
      id,
    ]);
  }

  private async person(world: StoryWorld, person: StoryPerson, at: Date): Promise<string> {
    const { name, email, role } = storyPeople[person];
    const [found] = await this.database.query<{ id: string }>(
      'SELECT id FROM person WHERE lower(email) = $1',
      [email],
    );
    const id = found?.id ?? newId();
    if (!found)
      await this.database.query('INSERT INTO person (id, email, name, created_at) VALUES ($1, $2, $3, $4)', [
        id,
        email,
        name,
        at,
      ]);
    const joined = await this.database.query(
      `INSERT INTO member (workspace_id, person_id, role, created_at, example) VALUES ($1, $2, $3, $4, true)
       ON CONFLICT DO NOTHING RETURNING role`,
      [world.workspace.id, id, role, at],
    );
    if (joined.length > 0) await this.record(world, 'member.joined', 'member', id, { name, role });
    return id;
  }

  private async team(world: StoryWorld, team: StoryTeam, at: Date): Promise<string> {
    const { name, members } = storyTeams[team];
    const [found] = await this.database.query<{ id: string }>(
      'SELECT id FROM team WHERE workspace_id = $1 AND lower(name) = lower($2)',
      [world.workspace.id, name],
    );
    if (found) return found.id;
    const id = newId();
    await this.database.query(
      'INSERT INTO team (workspace_id, id, name, created_at, example) VALUES ($1, $2, $3, $4, true)',
      [world.workspace.id, id, name, at],
    );
    await this.database.query(
      'INSERT INTO team_member (workspace_id, team_id, person_id) SELECT $1, $2, unnest($3::uuid[])',
      [world.workspace.id, id, members.map((member) => world.known(world.people, member))],
    );
    await this.record(world, 'team.made', 'team', id, { name });
    return id;
  }

  private async record(
    world: StoryWorld,
    verb: string,
    subjectKind: string,
    subjectId: string,
    after: Record<string, unknown>,
  ): Promise<void> {
    await this.activity.record(
      {
        workspaceId: world.workspace.id,
        actor: { kind: 'system', id: null, name: 'Example story' },
        requestId: storyRequest,
      },
      { verb, subjectKind, subjectId, payload: { after } },
    );
  }
}
