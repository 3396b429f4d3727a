import { Module } from '@nestjs/common';
import { ObjectivesController } from './objectives.controller.js';
import { ObjectivesQueries } from './objectives.queries.js';
import { ObjectivesService } from './objectives.service.js';
import { RunsController } from './runs.controller.js';
import { RunsQueries } from './runs.queries.js';
import { RunsService } from './runs.service.js';
import { SystemVersionsController } from './system-versions.controller.js';
import { SystemVersionsQueries } from './system-versions.queries.js';
import { SystemVersionsService } from './system-versions.service.js';
import { SystemsController } from './systems.controller.js';
import { SystemsQueries } from './systems.queries.js';
import { SystemsService } from './systems.service.js';

/** AI systems, their versions, runs and objectives. */
@Module({
  controllers: [SystemsController, SystemVersionsController, RunsController, ObjectivesController],
  providers: [
    SystemsQueries,
    SystemsService,
    SystemVersionsQueries,
    SystemVersionsService,
    RunsQueries,
    RunsService,
    ObjectivesQueries,
    ObjectivesService,
  ],
  exports: [SystemsService, SystemVersionsService, RunsService, ObjectivesService],
})
export class SystemsModule {}
