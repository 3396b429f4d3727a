import { Injectable } from '@nestjs/common';
import type { Membership } from '@plumbline/shared/contract/session';
import type { NewWorkspace, Workspace, WorkspaceChanges } from '@plumbline/shared/contract/workspace';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Edits } from '../activity/edits.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller, PersonCaller } from '../platform/endpoint/caller.js';
import { stale } from '../platform/endpoint/stale.js';
import { Problem } from '../platform/problem/problem.js';
import { ExampleStory } from './example-story.js';
import { MembersQueries } from './members.queries.js';
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
    private readonly members: MembersQueries,
    private readonly activity: ActivityService,
    private readonly edits: Edits,
    private readonly story: ExampleStory,
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
      await this.members.put(workspace.id, founder.personId, 'admin', at);
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

  /**
   * Opens a further workspace; only people who run one already may.
   * @throws Problem 403, 409
   */
  async openFurther(caller: PersonCaller, { exampleStory, ...opening }: NewWorkspace): Promise<Membership> {
    if (!(await this.members.administersAny(caller.personId)))
      throw new Problem(
        'auth/forbidden',
        'Only an administrator of a workspace may open another. Ask one to open it and to invite you.',
      );
    const workspace = await this.open(caller, opening);
    if (exampleStory) await this.story.tell(workspace.id, caller.personId);
    const { id: workspaceId, slug, name, timeZone } = workspace;
    return { workspaceId, slug, name, timeZone, role: 'admin' };
  }

  async read(caller: MemberCaller): Promise<Workspace> {
    return (await this.queries.byId(caller.workspaceId))!;
  }

  /** @throws Problem 412 with `current` and `changed` when someone was faster */
  async edit(caller: MemberCaller, seen: number, changes: WorkspaceChanges): Promise<Workspace> {
    return this.database.transaction(async () => {
      const before = await this.read(caller);
      if (before.version !== seen) throw await this.refuse(before, seen);
      const wanted = withChanges(before, changes);
      if (editable.every((field) => wanted[field] === before[field])) return before;
      const kept = await this.queries.update(wanted, seen);
      const after = await this.read(caller);
      if (!kept) throw await this.refuse(after, seen);
      await this.activity.record(caller, {
        verb: 'workspace.edited',
        subjectKind: 'workspace',
        subjectId: after.id,
        payload: { version: after.version, ...difference(before, after) },
      });
      return after;
    });
  }

  private async refuse(current: Workspace, seen: number): Promise<Problem> {
    return stale('workspace', current, await this.edits.changedSince(current.id, current.id, seen));
  }

  private async freeSlug(wish: string): Promise<string> {
    let slug = wish;
    for (let number = 2; await this.queries.slugTaken(slug); number++)
      slug = `${wish.slice(0, 40)}-${number}`;
    return slug;
  }
}

const editable = ['name', 'timeZone', 'meetingDay', 'meetingTime'] as const;

function withChanges(before: Workspace, changes: WorkspaceChanges): Workspace {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...before, ...Object.fromEntries(given) };
}

function difference(before: Workspace, after: Workspace): Record<'before' | 'after', Partial<Workspace>> {
  const fields = editable.filter((field) => before[field] !== after[field]);
  const pick = (workspace: Workspace) => Object.fromEntries(fields.map((field) => [field, workspace[field]]));
  return { before: pick(before), after: pick(after) };
}

function taken(slug: string): Problem {
  return new Problem(
    'conflict/duplicate',
    `Another workspace has the address "${slug}". Choose another one.`,
  );
}
