import { z } from 'zod';
import { reportingDuties } from '../taxonomy/reporting-duties.js';
import { clockState } from '../taxonomy/values/duty.js';
import { IncidentKey } from './incident-record.js';
import { ActorRef, Id, Instant, optionalText, pageOf, PageQuery, text } from './primitives.js';

const dutyIds = Object.keys(reportingDuties) as [string, ...string[]];
const State = z.enum(Object.keys(clockState) as [keyof typeof clockState, ...(keyof typeof clockState)[]]);

const fields = {
  name: text(200),
  authority: optionalText(200),
  startsAt: Instant,
  dueAt: Instant.nullable(),
  note: optionalText(5000),
};

/** A duty to report one incident, and how long there is still for it. */
export const ReportingClock = z
  .object({
    id: Id,
    incident: z.object({ key: IncidentKey, title: z.string() }),
    duty: z.string().nullable().meta({ description: 'Its id in the catalogue; null for one of your own' }),
    ...fields,
    name: z.string(),
    authority: z.string(),
    note: z.string().meta({ description: 'Why it is not reportable, or what was filed where' }),
    dueAt: Instant.nullable().meta({ description: 'null: without delay, the law names no period' }),
    state: State,
    settledAt: Instant.nullable(),
    settledBy: ActorRef.pick({ id: true, name: true }).nullable(),
    version: z.number().int(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'ReportingClock' });
export type ReportingClock = z.infer<typeof ReportingClock>;

/** A duty that a rule holds worth a look. */
export const ProposedClock = z
  .object({
    duty: z.string(),
    name: z.string(),
    citation: z.string(),
    authority: z.string(),
    dueAt: Instant.nullable(),
    because: z.string(),
    note: z.string(),
  })
  .meta({ id: 'ProposedClock' });
export type ProposedClock = z.infer<typeof ProposedClock>;

export const IncidentClocks = z
  .object({ items: z.array(ReportingClock), proposals: z.array(ProposedClock) })
  .meta({ id: 'IncidentClocks' });
export type IncidentClocks = z.infer<typeof IncidentClocks>;

const whyNot = 'Say in the note why it is not reportable';

export const NewReportingClock = z
  .strictObject({
    ...z.object(fields).partial().shape,
    duty: z.enum(dutyIds, 'Name a duty of the catalogue, or none').nullable().default(null),
    state: State.default('running'),
  })
  .refine(
    (clock) => clock.duty !== null || clock.name !== undefined,
    'Name a duty of the catalogue, or give a name',
  )
  .refine((clock) => clock.state !== 'not_reportable' || Boolean(clock.note), whyNot)
  .meta({ id: 'NewReportingClock' });
export type NewReportingClock = z.output<typeof NewReportingClock>;

export const ReportingClockEdit = z
  .strictObject({ ...z.object(fields).partial().shape, state: State.optional() })
  .refine((edit) => Object.keys(edit).length > 0, 'Name at least one field to change')
  .refine((edit) => edit.state !== 'not_reportable' || Boolean(edit.note), whyNot)
  .meta({ id: 'ReportingClockEdit' });
export type ReportingClockEdit = z.infer<typeof ReportingClockEdit>;

export const ReportingClockQuery = PageQuery.extend({
  state: State.default('running').meta({ description: 'Running ones unless said otherwise' }),
});
export type ReportingClockQuery = z.output<typeof ReportingClockQuery>;

export const ReportingClockPage = pageOf(ReportingClock).meta({ id: 'ReportingClockPage' });
