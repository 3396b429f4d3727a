import { Body, Controller, Param, Query } from '@nestjs/common';
import { NewTask, type Task, TaskEdit, TaskQuery } from '@plumbline/shared/contract/task';
import { addTask, editTask, getTask, listTasks, TaskParams } from '@plumbline/shared/contract/task-routes';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { IfMatch } from '../platform/endpoint/if-match.js';
import { TasksService } from './tasks.service.js';

@Controller()
export class TasksController {
  constructor(private readonly tasks: TasksService) {}

  @Endpoint(listTasks)
  list(
    @Caller() caller: MemberCaller,
    @Query({ schema: TaskQuery }) query: TaskQuery,
  ): Promise<{ items: Task[]; next: string | null }> {
    return this.tasks.list(caller, query);
  }

  @Endpoint(addTask)
  add(@Caller() caller: MemberCaller, @Body({ schema: NewTask }) given: NewTask): Promise<Task> {
    return this.tasks.add(caller, given);
  }

  @Endpoint(getTask)
  get(@Caller() caller: MemberCaller, @Param({ schema: TaskParams }) { id }: { id: string }): Promise<Task> {
    return this.tasks.find(caller, id);
  }

  @Endpoint(editTask)
  edit(
    @Caller() caller: MemberCaller,
    @Param({ schema: TaskParams }) { id }: { id: string },
    @IfMatch() seen: number,
    @Body({ schema: TaskEdit }) edit: TaskEdit,
  ): Promise<Task> {
    return this.tasks.edit(caller, id, seen, edit);
  }
}
