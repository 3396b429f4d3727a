import { Module } from '@nestjs/common';
import { DutiesModule } from '../../duties/duties.module.js';
import { IncidentsModule } from '../../incidents/incidents.module.js';
import { MetricsModule } from '../../metrics/metrics.module.js';
import { MitigationsModule } from '../../mitigations/mitigations.module.js';
import { PeopleModule } from '../../people/people.module.js';
import { RmfModule } from '../../rmf/rmf.module.js';
import { SystemsModule } from '../../systems/systems.module.js';
import { ExampleStoryController } from './example-story.controller.js';
import { ExampleStoryService } from './example-story.service.js';
import { StoryCastRows } from './story-cast-rows.js';
import { StoryRemoval } from './story-removal.js';

/** The example story: told, shown to be there, and removed. */
@Module({
  imports: [
    PeopleModule,
    SystemsModule,
    MetricsModule,
    IncidentsModule,
    MitigationsModule,
    RmfModule,
    DutiesModule,
  ],
  controllers: [ExampleStoryController],
  providers: [ExampleStoryService, StoryCastRows, StoryRemoval],
  exports: [ExampleStoryService],
})
export class ExampleStoryModule {}
