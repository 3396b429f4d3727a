import { z } from 'zod';
import { Incident } from './incident-record.js';
import { exampleIncident } from './incident-example.js';
import { MetricScale } from './metric.js';
import { PairAxis } from './pair.js';
import { Id, text } from './primitives.js';
import { route } from './route.js';

/** The most rows of one checked run that can be logged. */
export const mostCheckRows = 5000;

const Half = z.strictObject({
  name: text(120),
  direction: z.enum(['higher', 'lower']).meta({ description: 'Which way is better' }),
  scale: MetricScale.meta({ description: 'proportion = shares from 0 to 1' }),
});

const Place = z.strictObject({ at: z.number(), lo: z.number(), hi: z.number() });

/** What the check said about a run: a proposal, never more than that. */
export const CheckFinding = z
  .strictObject({
    verdict: z.enum(['aligned', 'decoupled', 'reversed', 'cannot_tell']),
    sentence: text(2000),
    pDiverged: z.number().min(0).max(1),
    onset: Place.nullable().meta({
      description: 'Where the intent stopped following, with its 90 % interval, in units of the axis',
    }),
  })
  .meta({ id: 'CheckFinding' });
export type CheckFinding = z.infer<typeof CheckFinding>;

const CheckRow = z.strictObject({
  x: z.number().meta({ description: 'Milliseconds since 1970 for time, otherwise step or KL' }),
  p: z.number().nullable(),
  i: z.number().nullable(),
  n: z.number().int().min(1).nullable().meta({ description: 'Independent items behind the intent' }),
});

/** A run that was checked, and what it takes to make an incident of it. */
export const NewLoggedCheck = z
  .strictObject({
    title: text(300),
    intent: text(4000).meta({ description: 'What the proxy should stand for' }),
    system: z.union([
      z.strictObject({ id: Id }).meta({ description: 'One that is registered' }),
      z.strictObject({ name: text(120) }).meta({ description: 'One to be registered' }),
    ]),
    axis: PairAxis,
    proxy: Half,
    measure: Half.meta({ description: 'What the intent was measured by' }),
    rows: z
      .array(CheckRow)
      .min(1, 'Send at least one row')
      .max(mostCheckRows, `Send at most ${mostCheckRows.toLocaleString('en')} rows`),
    finding: CheckFinding,
  })
  .meta({ id: 'NewLoggedCheck' });
export type NewLoggedCheck = z.infer<typeof NewLoggedCheck>;

/** What was made of it. */
export const LoggedCheck = z
  .object({
    incident: Incident,
    systemKey: z.string(),
    objectiveId: Id,
    proxyMetricId: Id,
    intentMetricId: Id,
    pairId: Id,
    runId: Id.nullable().meta({ description: 'null where the axis is time' }),
  })
  .meta({ id: 'LoggedCheck' });
export type LoggedCheck = z.infer<typeof LoggedCheck>;

const id = (end: string) => `0192f0c1-7b5e-7c3a-9a51-3f1f6f2f9${end}`;

export const logCheck = route('POST /checks', {
  summary: 'Log a checked run as an incident, with everything it hangs on',
  description:
    'Registers the system unless one is named, states the objective, defines both metrics, draws a draft pair, takes ' +
    'the rows as observations and logs the incident with the mode as a suggested label: all of it or nothing. ' +
    'Metrics of the same names, roles and scales in a system that is named are used again.',
  tag: 'Incidents',
  access: { role: 'reporter', scope: null },
  bodyLimit: 2 * 1024 * 1024,
  body: NewLoggedCheck,
  success: { status: 201, body: LoggedCheck },
  idempotent: true,
  example: {
    body: {
      title: 'Mail assistant: reward rose by 1.1 while the win rate fell',
      intent: 'Recipients can act on the e-mail without asking back.',
      system: { name: 'Mail assistant' },
      axis: 'step',
      proxy: { name: 'Reward', direction: 'higher', scale: 'unbounded' },
      measure: { name: 'Win rate', direction: 'higher', scale: 'proportion' },
      rows: [
        { x: 0, p: 0.38, i: 0.428, n: 150 },
        { x: 100, p: 0.49, i: 0.487, n: 150 },
      ],
      finding: {
        verdict: 'reversed',
        sentence: 'Reversed (98 %): the intent peaked at step 1200 (90 % 1050 to 1400).',
        pDiverged: 0.98,
        onset: { at: 1200, lo: 1050, hi: 1400 },
      },
    },
    response: {
      incident: {
        ...exampleIncident,
        id: id('a01'),
        key: 'INC-159',
        title: 'Mail assistant: reward rose by 1.1 while the win rate fell',
        intendedGoal: 'Recipients can act on the e-mail without asking back.',
        specifiedObjective: 'Raise Reward.',
        observedBehaviour: 'Reversed (98 %): the intent peaked at step 1200 (90 % 1050 to 1400).',
        recordKind: 'evaluation_finding',
        severity: null,
        environment: null,
        source: { kind: 'form', name: 'Quick check' },
        reporter: { kind: 'person', id: id('a02'), name: 'Hana Sato' },
        objectiveId: id('a03'),
        labels: [
          {
            facet: 'goodhartMode',
            value: 'extremal',
            certainty: 'potential',
            provenance: 'detector',
            setBy: 'Hana Sato',
            setAt: '2026-11-19T14:20:00.000Z',
            rationale: 'Quick check: the intent followed at first and fell beyond.',
            quote: '',
          },
        ],
      },
      systemKey: 'mail-assistant',
      objectiveId: id('a03'),
      proxyMetricId: id('a04'),
      intentMetricId: id('a05'),
      pairId: id('a06'),
      runId: id('a07'),
    },
  },
});

export const checkRoutes = [logCheck] as const;
