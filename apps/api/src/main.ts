import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Config } from './platform/config.js';
import { createAdapter, preparePlugins } from './platform/http/fastify.js';
import { giveWayUnderLoad } from './platform/http/give-way.js';
import { logRequests } from './platform/http/request-log.js';
import { endUnusedConnections } from './platform/http/unused-connections.js';
import { securityHeaders } from './platform/http/security-headers.js';
import { validation } from './platform/endpoint/validation.js';
import type { Logger } from './platform/log.js';
import { NestLog } from './platform/nest-log.js';

/**
 * Builds and starts the API on a migrated database.
 * @returns the running application; `close()` drains it
 */
export async function startApi(config: Config, log: Logger): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, log),
    createAdapter(config),
    { bodyParser: false, logger: new NestLog(log), abortOnError: false },
  );
  app.useSecurityHeaders(securityHeaders(config));
  app.useGlobalPipes(validation);
  await preparePlugins(app, config);
  logRequests(app, log);
  giveWayUnderLoad(app);
  endUnusedConnections(app);
  try {
    await app.listen(config.port, config.host);
    return app;
  } catch (error) {
    // Without a door there is nobody to work for: the jobs and connections end before the database does.
    await app.close();
    throw error;
  }
}
