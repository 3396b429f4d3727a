import { Inject, Injectable } from '@nestjs/common';
import type { FirstSetup } from '@plumbline/shared/contract/setup';
import { v7 as newId } from 'uuid';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { LOGGER, type Logger } from '../platform/log.js';
import { Problem } from '../platform/problem/problem.js';
import { ExampleStory } from './example-story.js';
import { Passwords } from './passwords.js';
import { PersonsQueries } from './persons.queries.js';
import { WorkspacesService } from './workspaces.service.js';

export type Beginning = Omit<FirstSetup, 'setupCode'>;

/** The first administrator and the first workspace of an installation. */
@Injectable()
export class SetupService {
  /** Once set up, always set up: then the database need not be asked again. */
  private done = false;

  constructor(
    private readonly database: Database,
    private readonly persons: PersonsQueries,
    private readonly workspaces: WorkspacesService,
    private readonly passwords: Passwords,
    private readonly story: ExampleStory,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async needed(): Promise<boolean> {
    this.done ||= await this.persons.any();
    return !this.done;
  }

  /**
   * Works once, also when two browsers try at the same moment.
   * @returns the administrator's id
   * @throws Problem 409 when it is set up already
   */
  async begin(beginning: Beginning, requestId: string): Promise<string> {
    const { name, email } = beginning;
    const passwordHash = await this.passwords.hash(beginning.password);
    const administrator = { id: newId(), name, email, passwordHash };
    const workspace = await this.database.transaction(async () => {
      await this.database.query(`SELECT pg_advisory_xact_lock(hashtextextended('plumbline set-up', 0))`);
      if (await this.persons.any()) throw alreadySetUp();
      await this.persons.insert(administrator, this.clock.now());
      return this.workspaces.open(
        { personId: administrator.id, name, requestId },
        { name: beginning.workspaceName, slug: beginning.workspaceSlug, timeZone: beginning.timeZone },
      );
    });
    if (beginning.exampleStory) await this.tellStory(workspace.id, administrator.id);
    return administrator.id;
  }

  /** The installation is set up by now; a story that fails leaves it empty, not broken. */
  private async tellStory(workspaceId: string, administratorId: string): Promise<void> {
    try {
      await this.story.tell(workspaceId, administratorId);
    } catch (error) {
      this.log.error({ err: error, workspaceId }, 'the example story could not be told');
    }
  }
}

export function alreadySetUp(): Problem {
  return new Problem('setup/done', 'This installation has its administrator. Sign in, or ask to be invited.');
}
