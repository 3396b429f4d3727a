import { Injectable } from '@nestjs/common';
import type { Following } from '@plumbline/shared/contract/notification';
import { IncidentService } from '../incidents/incident.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { SystemsService } from '../systems/systems.service.js';

/** Who hears of what happens to an incident or a system: who takes part, unless they say otherwise. */
@Injectable()
export class FollowingService {
  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentService,
    private readonly systems: SystemsService,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 */
  async ofIncident(caller: MemberCaller, key: string): Promise<Following> {
    const { id } = await this.incidents.get(caller, key);
    const row = await this.database.first<{ said: boolean | null; takesPart: boolean }>(
      `SELECT (SELECT follows FROM incident_follower f
                WHERE f.workspace_id = i.workspace_id AND f.incident_id = i.id AND f.person_id = $3) AS said,
              coalesce(i.owner_id = $3, false) OR (i.reporter_kind = 'person' AND coalesce(i.reporter_id = $3, false))
                OR EXISTS (SELECT FROM incident_comment c WHERE c.workspace_id = i.workspace_id
                              AND c.incident_id = i.id AND c.author_kind = 'person' AND c.author_id = $3) AS "takesPart"
         FROM incident i WHERE i.workspace_id = $1 AND i.id = $2`,
      [caller.workspaceId, id, caller.personId],
    );
    return followingOf(row!);
  }

  /** @throws Problem 404 */
  async followIncident(caller: MemberCaller, key: string, follows: boolean): Promise<Following> {
    const { id } = await this.incidents.get(caller, key);
    await this.say('incident', caller, id, follows);
    return this.ofIncident(caller, key);
  }

  /** @throws Problem 404 */
  async ofSystem(caller: MemberCaller, key: string): Promise<Following> {
    const { id } = await this.systems.find(caller, key);
    const row = await this.database.first<{ said: boolean | null; takesPart: boolean }>(
      `SELECT (SELECT follows FROM system_follower f
                WHERE f.workspace_id = s.workspace_id AND f.system_id = s.id AND f.person_id = $3) AS said,
              EXISTS (SELECT FROM team_member t WHERE t.workspace_id = s.workspace_id
                         AND t.team_id = s.owner_team_id AND t.person_id = $3) AS "takesPart"
         FROM ai_system s WHERE s.workspace_id = $1 AND s.id = $2`,
      [caller.workspaceId, id, caller.personId],
    );
    return followingOf(row!);
  }

  /** @throws Problem 404 */
  async followSystem(caller: MemberCaller, key: string, follows: boolean): Promise<Following> {
    const { id } = await this.systems.find(caller, key);
    await this.say('system', caller, id, follows);
    return this.ofSystem(caller, key);
  }

  private async say(
    what: 'incident' | 'system',
    caller: MemberCaller,
    id: string,
    follows: boolean,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO ${what}_follower (workspace_id, ${what}_id, person_id, follows, said_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (workspace_id, ${what}_id, person_id) DO UPDATE SET follows = excluded.follows, said_at = excluded.said_at`,
      [caller.workspaceId, id, caller.personId, follows, this.clock.now()],
    );
  }
}

function followingOf({ said, takesPart }: { said: boolean | null; takesPart: boolean }): Following {
  return { follows: said ?? takesPart, said: said !== null };
}
