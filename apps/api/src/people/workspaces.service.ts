import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Problem } from '../platform/problem/problem.js';
import { slugFrom } from './slug-from.js';
import { WorkspacesQueries, type WorkspaceRow } from './workspaces.queries.js';

/** What is said about a workspace to open it. */
export interface Opening {
  name: string;
  slug?: string | undefined;
  timeZone: string;
}

/** Whoever opens a workspace becomes its first administrator. */
export interface Founder {
  personId: string;
  name: string;
  requestId: string;
}

@Injectable()
export class WorkspacesService {
  constructor(
    private readonly database: Database,
    private readonly queries: WorkspacesQueries,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 409 when the slug asked for is taken */
  async open(founder: Founder, opening: Opening): Promise<WorkspaceRow> {
    const at = this.clock.now();
    return this.database.transaction(async () => {
      const slug = opening.slug ?? (await this.freeSlug(slugFrom(opening.name)));
      if (await this.queries.slugTaken(slug)) throw taken(slug);
      const workspace = { id: newId(), slug, name: opening.name, timeZone: opening.timeZone };
      await this.queries.insert(workspace, at);
      await this.queries.addMember(workspace.id, founder.personId, 'admin', at);
      await this.activity.record(
        {
          workspaceId: workspace.id,
          actor: { kind: 'person', id: founder.personId, name: founder.name },
          requestId: founder.requestId,
        },
        {
          verb: 'workspace.opened',
          subjectKind: 'workspace',
          subjectId: workspace.id,
          payload: { after: workspace },
        },
      );
      return workspace;
    });
  }

  private async freeSlug(wish: string): Promise<string> {
    let slug = wish;
    for (let number = 2; await this.queries.slugTaken(slug); number++)
      slug = `${wish.slice(0, 40)}-${number}`;
    return slug;
  }
}

function taken(slug: string): Problem {
  return new Problem(
    'conflict/duplicate',
    `Another workspace has the address "${slug}". Choose another one.`,
  );
}
