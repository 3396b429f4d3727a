import { Inject, Injectable } from '@nestjs/common';
import { FirstSetup } from '@plumbline/shared/contract/setup';
import { v7 as newId } from 'uuid';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
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
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly persons: PersonsQueries,
    private readonly workspaces: WorkspacesService,
    private readonly passwords: Passwords,
    private readonly story: ExampleStory,
    private readonly clock: Clock,
  ) {}

  async needed(): Promise<boolean> {
    this.done ||= await this.persons.any();
    return !this.done;
  }

  /**
   * Sets up by configuration, before the first request is taken. Does nothing once there is an administrator.
   * @throws Error with a sentence that never holds the password, when the configuration does not fit
   */
  async beginWithoutBrowser(): Promise<void> {
    const { firstAdministrator } = this.config;
    if (!firstAdministrator || !(await this.needed())) return;
    const { email } = firstAdministrator;
    const beginning = FirstSetup.safeParse({ ...firstAdministrator, name: email.split('@', 1)[0] });
    if (!beginning.success) {
      const [issue] = beginning.error.issues;
      throw new Error(
        `the first administrator cannot be made: ${String(issue?.path[0])}: ${issue?.message}.`,
      );
    }
    await this.begin(beginning.data, 'start').catch((error: unknown) => {
      // Another process of this installation was faster: then there is an administrator.
      if (!(error instanceof Problem && error.code === 'setup/done')) throw error;
    });
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
    if (beginning.exampleStory) await this.story.tell(workspace.id, administrator.id);
    return administrator.id;
  }
}

export function alreadySetUp(): Problem {
  return new Problem('setup/done', 'This installation has its administrator. Sign in, or ask to be invited.');
}
