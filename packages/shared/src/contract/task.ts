import { z } from 'zod';
import { taskReason, taskState, taskSubject } from '../taxonomy/values/task.js';
import { valuesOf } from '../taxonomy/values.js';
import { IncidentKey, PersonRef } from './incident-record.js';
import {
  ActorRef,
  Day,
  Flag,
  Id,
  Instant,
  optionalText,
  pageOf,
  PageQuery,
  Slug,
  text,
  WebAddress,
} from './primitives.js';
import { Subcategory } from './rmf.js';

const Link = z.union([z.literal(''), WebAddress]).meta({
  description: 'Where it stands elsewhere, such as the address of a ticket; empty for nowhere',
});

/** What a task is about, by the name that people know it by. */
export const TaskAbout = z
  .object({
    kind: z.enum(valuesOf(taskSubject)),
    /** Key of an incident or system, id of a pair or mitigation, name of a subcategory. */
    ref: z.string(),
    name: z.string(),
  })
  .meta({ id: 'TaskAbout' });
export type TaskAbout = z.infer<typeof TaskAbout>;

/** What somebody has to do, by when. */
export const Task = z
  .object({
    id: Id,
    title: z.string(),
    note: z.string(),
    link: z.string(),
    state: z.enum(valuesOf(taskState)),
    owner: PersonRef.nullable(),
    dueOn: Day.nullable(),
    /** Open, and its day has passed on the clocks of the workspace. */
    overdue: z.boolean(),
    about: TaskAbout.nullable(),
    madeBy: ActorRef,
    reason: z.enum(valuesOf(taskReason)).nullable().meta({ description: 'The rule that filed it' }),
    mayEdit: z.boolean(),
    endedAt: Instant.nullable(),
    endedBy: z.string().nullable(),
    version: z.number().int(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Task' });
export type Task = z.infer<typeof Task>;

const subjects = {
  incident: IncidentKey,
  system: Slug,
  pair: Id,
  mitigation: Id,
  rmf: Subcategory,
};

const fields = {
  title: text(200),
  note: optionalText(10_000),
  link: Link,
  ownerId: Id.nullable(),
  dueOn: Day.nullable(),
};

export const NewTask = z
  .strictObject({
    ...z.object(fields).partial().shape,
    title: fields.title,
    ...z.object(subjects).partial().shape,
  })
  .refine(
    (task) => valuesOf(taskSubject).filter((subject) => task[subject] !== undefined).length <= 1,
    'A task is about one thing: name an incident, a system, a pair, a mitigation or a subcategory',
  )
  .meta({ id: 'NewTask' });
export type NewTask = z.infer<typeof NewTask>;

export const TaskEdit = z
  .strictObject({ ...z.object(fields).partial().shape, state: z.enum(valuesOf(taskState)).optional() })
  .refine((edit) => Object.keys(edit).length > 0, 'Name at least one field to change')
  .meta({ id: 'TaskEdit' });
export type TaskEdit = z.infer<typeof TaskEdit>;

export const TaskQuery = PageQuery.extend({
  state: z
    .enum([...valuesOf(taskState), 'any'])
    .default('open')
    .meta({ description: 'Open ones unless said otherwise' }),
  owner: z.union([z.literal('me'), z.literal('nobody'), Id]).optional(),
  overdue: Flag.optional(),
  ...z.object(subjects).partial().shape,
  q: optionalText(200).optional(),
});
export type TaskQuery = z.output<typeof TaskQuery>;

export const TaskPage = pageOf(Task).meta({ id: 'TaskPage' });
