import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { RuleTasksService } from './rule-tasks.service.js';
import { TasksController } from './tasks.controller.js';
import { TasksQueries } from './tasks.queries.js';
import { TasksService } from './tasks.service.js';

/** Tasks: who does what by when, written by people or filed by rules. */
@Module({
  imports: [PeopleModule],
  controllers: [TasksController],
  providers: [RuleTasksService, TasksQueries, TasksService],
  exports: [RuleTasksService, TasksService],
})
export class TasksModule {}
