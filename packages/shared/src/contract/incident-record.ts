import { z } from 'zod';
import {
  declineReason,
  environment,
  evidenceGrade,
  harmRealisation,
  incidentStatus,
  incidentSystemRole,
  oecdSeverity,
  recordKind,
  resolution,
  severity,
  sourceKind,
  substatus,
  timePrecision,
  triageState,
  visibility,
} from '../taxonomy/values/incident.js';
import { valuesOf } from '../taxonomy/values.js';
import { Label } from './incident-label.js';
import { ActorRef, Day, Id, Instant, WebAddress } from './primitives.js';

/** A human key: INC-158. */
export const IncidentKey = z
  .string()
  .regex(/^INC-[1-9]\d{0,8}$/i, 'Write a key such as INC-158')
  .transform((key) => key.toUpperCase())
  .meta({ example: 'INC-158', override: { type: 'string', pattern: '^INC-[1-9][0-9]*$' } });

/** What the same thing is called elsewhere; `link` opens it there. */
export const ExternalId = z.strictObject({
  system: z.string().trim().min(1).max(80),
  id: z.string().trim().min(1).max(200),
  link: z.union([z.literal(''), WebAddress]).default(''),
});

/** A person as lists name one. */
export const PersonRef = z.object({ id: Id, name: z.string() });
export const NamedRef = z.object({ id: Id, name: z.string() });

/** What an incident is about: one system and the part it played. */
export const IncidentSystem = z.object({
  id: Id,
  key: z.string(),
  name: z.string(),
  role: z.enum(valuesOf(incidentSystemRole)),
});

/** An incident, whole. */
export const Incident = z
  .object({
    id: Id,
    key: z.string(),
    version: z.number().int(),
    title: z.string(),
    description: z.string(),
    intendedGoal: z.string(),
    specifiedObjective: z.string(),
    observedBehaviour: z.string(),
    lesson: z.string(),
    suspectedLearnedObjective: z.string(),
    recordKind: z.enum(valuesOf(recordKind)),
    triageState: z.enum(valuesOf(triageState)),
    status: z.enum(valuesOf(incidentStatus)).nullable(),
    substatus: z.enum(valuesOf(substatus)).nullable(),
    declineReason: z.enum(valuesOf(declineReason)).nullable(),
    decisionNote: z.string(),
    resolution: z.enum(valuesOf(resolution)).nullable(),
    residualRisk: z.string(),
    recheckOn: Day.nullable(),
    snoozedUntil: Instant.nullable(),
    /** The snooze holds for this environment alone. */
    snoozeEnvironment: z.enum(valuesOf(environment)).nullable(),
    /** How often it may still be seen before it is back. */
    snoozeCount: z.number().int().nullable(),
    duplicateOf: z.string().nullable(),
    severity: z.enum(valuesOf(severity)).nullable(),
    severityReason: z.string(),
    oecdSeverity: z.enum(valuesOf(oecdSeverity)).nullable(),
    harmRealisation: z.enum(valuesOf(harmRealisation)).nullable(),
    evidenceGrade: z.enum(valuesOf(evidenceGrade)).nullable(),
    environment: z.enum(valuesOf(environment)).nullable(),
    objectiveId: Id.nullable(),
    occurredAt: Instant.nullable(),
    occurredPrecision: z.enum(valuesOf(timePrecision)),
    detectedAt: Instant.nullable(),
    reportedAt: Instant,
    awareAt: Instant.nullable(),
    acceptedAt: Instant.nullable(),
    mitigatedAt: Instant.nullable(),
    resolvedAt: Instant.nullable(),
    closedAt: Instant.nullable(),
    updatedAt: Instant,
    reporter: ActorRef,
    source: z.object({ kind: z.enum(valuesOf(sourceKind)), name: z.string() }),
    externalIds: z.array(ExternalId),
    owner: PersonRef.nullable(),
    team: NamedRef.nullable(),
    tags: z.array(z.string()),
    visibility: z.enum(valuesOf(visibility)),
    visibleTo: z.array(Id),
    systems: z.array(IncidentSystem),
    metrics: z.array(z.object({ id: Id, key: z.string(), name: z.string(), role: z.string() })),
    pairs: z.array(z.object({ id: Id, name: z.string() })),
    labels: z.array(Label),
    example: z.boolean(),
    /** What the caller may do to it now, so that a button can say why it is off. */
    may: z.object({ edit: z.boolean(), triage: z.boolean(), comment: z.boolean() }),
  })
  .meta({ id: 'Incident' });
export type Incident = z.infer<typeof Incident>;

/** An incident as a row of a list. */
export const IncidentRow = z
  .object({
    ...Incident.pick({
      id: true,
      key: true,
      version: true,
      title: true,
      recordKind: true,
      triageState: true,
      status: true,
      substatus: true,
      severity: true,
      reportedAt: true,
      occurredAt: true,
      updatedAt: true,
      owner: true,
      team: true,
      source: true,
      tags: true,
      visibility: true,
      example: true,
      environment: true,
    }).shape,
    system: z.string().nullable(),
    misalignmentType: z.string().nullable(),
    /** Whether a person has confirmed the type; false while a rule or model only suggests it. */
    typeConfirmed: z.boolean(),
    mechanism: z.string().nullable(),
    pairId: Id.nullable(),
    commentCount: z.number().int(),
  })
  .meta({ id: 'IncidentRow' });
export type IncidentRow = z.infer<typeof IncidentRow>;
