import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../app.module.js';
import { Database } from '../../platform/database/database.js';
import { migrate } from '../../platform/database/migrations.js';
import { createLogger } from '../../platform/log.js';
import { Problem } from '../../platform/problem/problem.js';
import { openAdminDatabase } from '../admin-database.js';
import { configFrom } from '../environment.js';
import { repositoryRoot } from '../repository-root.js';
import { ExampleStoryService } from '../seed/example-story.service.js';
import type { AdminCommand } from './admin-command.js';

export const demo: AdminCommand = {
  takes: '[workspace]',
  does: 'put the example story into a workspace, named as in its address; it can be removed in the settings',
  async run([slug], environment) {
    const database = await openAdminDatabase(environment, { mayMake: false });
    try {
      await migrate(database.url, join(repositoryRoot, 'migrations'));
      const config = configFrom(environment, database.url, null);
      const app = await NestFactory.createApplicationContext(AppModule.with(config, createLogger('error')), {
        logger: false,
        abortOnError: false,
      });
      try {
        const workspace = await choose(app.get(Database), slug);
        const told = await app.get(ExampleStoryService, { strict: false }).tell(workspace.id);
        console.log(
          `"${workspace.name}" holds the example story now: ${told.incidents} incidents, ${told.systems} systems.`,
        );
      } finally {
        await app.close();
      }
    } catch (error) {
      throw error instanceof Problem ? new Error(error.detail, { cause: error }) : error;
    } finally {
      await database.close();
    }
  },
};

async function choose(database: Database, slug: string | undefined): Promise<{ id: string; name: string }> {
  const all = await database.query<{ id: string; slug: string; name: string }>(
    'SELECT id, slug, name FROM workspace ORDER BY created_at',
  );
  if (all.length === 0)
    throw new Error('There is no workspace yet. Start Plumbline and set it up in the browser first.');
  const chosen = slug === undefined && all.length === 1 ? all[0] : all.find((one) => one.slug === slug);
  if (chosen) return chosen;
  const slugs = all.map((one) => one.slug).join(', ');
  throw new Error(
    slug === undefined
      ? `Name one of the workspaces: ${slugs}.`
      : `There is no workspace "${slug}". There are: ${slugs}.`,
  );
}
