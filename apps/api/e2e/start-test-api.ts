import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase } from '../src/harness/test-database.js';
import { startApi } from '../src/main.js';
import type { Config } from '../src/platform/config.js';
import { Jobs } from '../src/platform/jobs/jobs.js';
import { createLogger } from '../src/platform/log.js';

export interface TestApi {
  url: string;
  databaseUrl: string;
  app: NestFastifyApplication;
  /** Runs every sweep and every due job until nothing asks for more; throws what a job threw. */
  workOff(): Promise<void>;
  stop(): Promise<void>;
}

/** The real application on a database of its own and a free port. */
export async function startTestApi(overrides: Partial<Config> = {}): Promise<TestApi> {
  const database = await createTestDatabase();
  const app = await startApi(
    {
      databaseUrl: database.url,
      port: 0,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1',
      trustProxy: false,
      webFolder: null,
      firstAdministrator: null,
      mail: null,
      jobs: 'on_demand',
      outbound: { timeoutMs: 15_000, allow: [] },
      forTests: true,
      ...overrides,
    },
    createLogger(process.env.LOG_LEVEL ?? 'silent'),
  );
  const { port } = app.getHttpServer().address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    databaseUrl: database.url,
    app,
    workOff: () => app.get(Jobs, { strict: false }).workOff(),
    async stop() {
      await app.close();
      await database.drop();
    },
  };
}
