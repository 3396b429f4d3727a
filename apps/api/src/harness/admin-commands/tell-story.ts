import 'reflect-metadata';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { ExampleStoryState } from '@plumbline/shared/contract/example-story';
import { AppModule } from '../../app.module.js';
import type { Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { migrate } from '../../platform/database/migrations.js';
import { prepareJobs } from '../../platform/jobs/job-pool.js';
import { createLogger } from '../../platform/log.js';
import { Problem } from '../../platform/problem/problem.js';
import { configFrom } from '../environment.js';
import { repositoryRoot } from '../repository-root.js';
import { ExampleStoryService } from '../seed/example-story.service.js';

/**
 * Tells the example story from outside the API, through the same services.
 * @param slug which workspace; may be left out where there is one
 * @throws Error with a sentence when the workspace cannot be told, or the story is there
 */
export async function tellStory(
  databaseUrl: string,
  environment: NodeJS.ProcessEnv,
  slug: string | undefined,
): Promise<ExampleStoryState & { workspace: string }> {
  await migrate(databaseUrl, join(repositoryRoot, 'migrations'));
  const config: Config = { ...configFrom(environment, databaseUrl, null), jobs: 'on_demand' };
  const log = createLogger('error');
  await prepareJobs(databaseUrl, log);
  const app = await NestFactory.createApplicationContext(AppModule.with(config, log), {
    logger: false,
    abortOnError: false,
  });
  try {
    const workspace = await choose(app.get(Database), slug);
    const state = await app.get(ExampleStoryService, { strict: false }).tell(workspace.id);
    return { ...state, workspace: workspace.name };
  } catch (error) {
    throw error instanceof Problem ? new Error(error.detail, { cause: error }) : error;
  } finally {
    await app.close();
  }
}

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
