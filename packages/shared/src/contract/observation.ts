import { z } from 'zod';
import { MetricParams } from './metric.js';
import { SeriesContext } from './pair.js';
import { Id, Instant, optionalText } from './primitives.js';
import { route } from './route.js';

/** The most points of one request. */
export const mostPoints = 5000;

/** One measured value, as a sender writes it. Points are checked one by one: a bad one does not stop the others. */
export interface NewObservation {
  /** Key of the metric. */
  metric: string;
  /** When it was measured. May be left out where `step` is given. */
  at?: string;
  value: number;
  /** What the value is counted in: refused where the metric counts in something else. */
  unit?: string | null;
  /** How many items the value is taken over. */
  n?: number | null;
  /** Training step, where the point belongs to a run instead of to a time. Needs `run`. */
  step?: number;
  /** Distance from the starting policy, where known. */
  kl?: number | null;
  environment?: string;
  segment?: string;
  /** Name or id of a version of the metric's system. */
  version?: string | null;
  /** External id or id of a run of the metric's system. */
  run?: string | null;
  context?: SeriesContext;
  /** Whether the system was being evaluated at that moment. */
  beingEvaluated?: boolean | null;
  /** The sender's own name for this point: sending it again with another time or value moves the point. */
  externalId?: string | null;
}

const name = (description: string) => ({ type: 'string' as const, description });
export const NewObservation = z.custom<NewObservation>().meta({
  id: 'NewObservation',
  override: {
    type: 'object',
    required: ['metric', 'value'],
    properties: {
      metric: name('Key of the metric'),
      at: {
        type: 'string',
        format: 'date-time',
        description: 'Not in the future; may be left out beside step',
      },
      value: { type: 'number', description: 'Finite; a proportion is a share from 0 to 1' },
      unit: {
        type: ['string', 'null'],
        description: 'Refused where the metric counts in something else; left out, it is taken on trust',
      },
      n: { type: ['integer', 'null'], description: 'How many items the value is taken over' },
      step: { type: 'integer', description: 'Training step; needs run' },
      kl: { type: ['number', 'null'], description: 'Distance from the starting policy' },
      environment: name('Such as production'),
      segment: name('Such as a language or a market'),
      version: { type: ['string', 'null'], description: 'Name or id of a version of the system' },
      run: { type: ['string', 'null'], description: 'External id or id of a run of the system' },
      context: { type: 'string', enum: ['', 'training', 'evaluation', 'deployment'] },
      beingEvaluated: { type: ['boolean', 'null'] },
      externalId: { type: ['string', 'null'], description: 'Sent again, it moves the point' },
    },
  },
});

export const NewObservations = z
  .object({
    points: z
      .array(NewObservation)
      .min(1, 'Send at least one point')
      .max(mostPoints, `Send at most ${mostPoints.toLocaleString('en')} points at once`),
    note: optionalText(2000).default('').meta({
      description: 'What should be remembered about these values; it stands in the activity',
    }),
    dryRun: z.boolean().default(false).meta({
      description: 'Judge the points as if they were sent, and store nothing',
    }),
  })
  .meta({ id: 'NewObservations' });
export type NewObservations = z.infer<typeof NewObservations>;

export const ObservationsTaken = z
  .object({
    accepted: z.number().int(),
    refused: z.array(z.object({ index: z.number().int(), message: z.string() })).meta({
      description: 'Points that were not taken: their place in the request and a sentence each',
    }),
  })
  .meta({ id: 'ObservationsTaken' });
export type ObservationsTaken = z.infer<typeof ObservationsTaken>;

/** One line of numbers of a metric, with its extent. */
export const Series = z
  .object({
    id: Id,
    environment: z.string(),
    segment: z.string(),
    versionId: Id.nullable(),
    runId: Id.nullable(),
    context: SeriesContext,
    beingEvaluated: z.boolean().nullable(),
    firstAt: Instant.nullable(),
    lastAt: Instant.nullable(),
    lastStep: z.number().int().nullable(),
  })
  .meta({ id: 'Series' });
export type Series = z.infer<typeof Series>;

const tag = 'Observations';

export const sendObservations = route('POST /observations', {
  summary: 'Send measured values, up to 5,000 at once',
  description:
    'Sending the same points again changes nothing; another value for the same series and time replaces it. ' +
    'Answers 202 when every point was taken, 207 when some were not: `refused` names them by index. ' +
    'Series are created on the way.',
  tag,
  givesWay: 'first',
  access: { role: 'reporter', scope: 'observations:write' },
  bodyLimit: 4 * 1024 * 1024,
  body: NewObservations,
  success: { status: 202, body: ObservationsTaken },
  example: {
    body: {
      points: [
        { metric: 'watch_time', at: '2026-11-19T00:00:00Z', value: 12.4, n: 1200, environment: 'production' },
      ],
    },
    response: { accepted: 1, refused: [] },
  },
});
export const listSeries = route('GET /metrics/:metric/series', {
  summary: 'List the series of a metric with their extent',
  tag,
  access: { role: 'viewer', scope: 'observations:read' },
  params: MetricParams,
  success: {
    status: 200,
    body: z.object({ items: z.array(Series), next: z.null() }).meta({ id: 'SeriesPage' }),
  },
  example: {
    params: { metric: 'watch_time' },
    response: {
      items: [
        {
          id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a50',
          environment: 'production',
          segment: '',
          versionId: null,
          runId: null,
          context: 'deployment',
          beingEvaluated: null,
          firstAt: '2026-03-02T00:00:00.000Z',
          lastAt: '2026-11-19T00:00:00.000Z',
          lastStep: null,
        },
      ],
      next: null,
    },
  },
});

export const observationRoutes = [sendObservations, listSeries] as const;
