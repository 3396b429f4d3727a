import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { PeopleModule } from '../people/people.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { AskForRechecks } from './ask-for-rechecks.job.js';
import { LeasesService } from './leases.service.js';
import { QueueService } from './queue.service.js';
import { TriageController } from './triage.controller.js';
import { WakeSleepers } from './wake-sleepers.job.js';

/** Triage: the queue, who is on what, and taking decisions back. */
@Module({
  imports: [IncidentsModule, PeopleModule, TasksModule],
  controllers: [TriageController],
  providers: [QueueService, LeasesService, WakeSleepers, AskForRechecks],
})
export class TriageModule {}
