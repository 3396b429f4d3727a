import { z } from 'zod';
import {
  environment,
  evidenceGrade,
  harmRealisation,
  incidentSystemRole,
  oecdSeverity,
  recordKind,
  severity,
  timePrecision,
  visibility,
} from '../taxonomy/values/incident.js';
import { valuesOf } from '../taxonomy/values.js';
import { NewLabels } from './incident-label.js';
import { ExternalId } from './incident-record.js';
import { Id, Instant, optionalText, text } from './primitives.js';

const NewIncidentSystem = z.strictObject({
  id: Id,
  role: z.enum(valuesOf(incidentSystemRole)).default('primary'),
});

const unique = <T>(items: T[], key: (item: T) => string): boolean =>
  new Set(items.map(key)).size === items.length;

/** Every field that a person writes. What is left out of an edit stays as it is. */
const fields = {
  description: optionalText(50_000),
  intendedGoal: optionalText(10_000),
  specifiedObjective: optionalText(10_000),
  observedBehaviour: optionalText(10_000),
  lesson: optionalText(10_000),
  suspectedLearnedObjective: optionalText(10_000),
  recordKind: z.enum(valuesOf(recordKind)),
  severity: z.enum(valuesOf(severity)).nullable(),
  severityReason: optionalText(2000),
  oecdSeverity: z.enum(valuesOf(oecdSeverity)).nullable(),
  harmRealisation: z.enum(valuesOf(harmRealisation)).nullable(),
  evidenceGrade: z.enum(valuesOf(evidenceGrade)).nullable(),
  environment: z.enum(valuesOf(environment)).nullable(),
  objectiveId: Id.nullable(),
  occurredAt: Instant.nullable(),
  occurredPrecision: z.enum(valuesOf(timePrecision)),
  detectedAt: Instant.nullable(),
  awareAt: Instant.nullable(),
  externalIds: z.array(ExternalId).max(20),
  ownerId: Id.nullable(),
  teamId: Id.nullable(),
  tags: z
    .array(z.string().trim().min(1).max(60))
    .max(30)
    .refine((tags) => unique(tags, (tag) => tag), 'Name each tag once'),
  visibility: z.enum(valuesOf(visibility)),
  visibleTo: z.array(Id).max(200),
  systems: z
    .array(NewIncidentSystem)
    .max(20)
    .refine((systems) => unique(systems, ({ id }) => id), 'Name each system once'),
  metricIds: z.array(Id).max(50),
  pairIds: z.array(Id).max(20),
  labels: NewLabels,
};

/** What it takes to log an incident: a title. Everything else may follow. */
export const NewIncident = z
  .strictObject({ title: text(300), ...z.object(fields).partial().shape })
  .meta({ id: 'NewIncident' });
export type NewIncident = z.infer<typeof NewIncident>;

/** An edit, field by field. */
export const IncidentEdit = z
  .strictObject({ title: text(300).optional(), ...z.object(fields).partial().shape })
  .refine((edit) => Object.keys(edit).length > 0, 'Name at least one field to change')
  .meta({ id: 'IncidentEdit' });
export type IncidentEdit = z.infer<typeof IncidentEdit>;
