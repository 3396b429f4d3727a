import { z } from 'zod';
import { Id } from './primitives.js';
import { route } from './route.js';
import { NewTask, Task, TaskEdit, TaskPage, TaskQuery } from './task.js';

const tag = 'Tasks';
const read = { role: 'viewer', scope: 'workspace:read' } as const;
const write = { role: 'reporter', scope: 'workspace:write' } as const;

export const TaskParams = z.object({ id: Id });

const example: z.input<typeof Task> = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8e01',
  title: 'Re-run the audit with the new judge',
  note: '',
  link: 'https://tickets.example.com/ML-482',
  state: 'open',
  owner: null,
  dueOn: '2026-12-04',
  overdue: false,
  about: { kind: 'incident', ref: 'INC-158', name: 'Support chat agrees with wrong claims' },
  madeBy: { kind: 'person', id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a10', name: 'Hana Sato' },
  reason: null,
  mayEdit: true,
  endedAt: null,
  endedBy: null,
  version: 1,
  createdAt: '2026-11-20T09:00:00.000Z',
  updatedAt: '2026-11-20T09:00:00.000Z',
};
const at = { id: example.id };

export const listTasks = route('GET /tasks', {
  summary: 'List tasks, those due first before the others',
  description:
    'Open ones unless `state` says otherwise. `owner=me` leaves those of the caller. A task about something that the caller may not see is not there.',
  tag,
  access: read,
  query: TaskQuery,
  success: { status: 200, body: TaskPage },
  example: { query: { incident: 'INC-158' }, response: { items: [example], next: null } },
});

export const addTask = route('POST /tasks', {
  summary: 'Write down what has to be done',
  tag,
  access: write,
  body: NewTask,
  success: { status: 201, body: Task },
  idempotent: true,
  example: {
    body: { title: example.title, link: example.link, dueOn: example.dueOn, incident: 'INC-158' },
    response: example,
  },
});

export const getTask = route('GET /tasks/:id', {
  summary: 'Read a task',
  tag,
  access: read,
  params: TaskParams,
  success: { status: 200, body: Task },
  example: { params: at, response: example },
});

export const editTask = route('PATCH /tasks/:id', {
  summary: 'Edit a task, end it, or open it again',
  description: 'Reporters edit what they made or own; triagers edit every task.',
  tag,
  access: write,
  params: TaskParams,
  body: TaskEdit,
  success: { status: 200, body: Task },
  ifMatch: true,
  example: {
    params: at,
    body: { state: 'done' },
    response: {
      ...example,
      state: 'done',
      endedAt: '2026-12-02T10:00:00.000Z',
      endedBy: 'Hana Sato',
      version: 2,
    },
  },
});

export const taskRoutes = [listTasks, addTask, getTask, editTask] as const;
