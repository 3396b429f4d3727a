import { z } from 'zod';
import { MetricDirection, MetricRole, MetricScale } from './metric.js';
import { Day, Id, Instant } from './primitives.js';
import { route } from './route.js';

/** What one metric did from before a mitigation to after it. */
export const MetricEffect = z
  .object({
    metricId: Id,
    key: z.string(),
    name: z.string(),
    role: MetricRole,
    unit: z.string(),
    scale: MetricScale,
    direction: MetricDirection,
    half: z.enum(['proxy', 'intent']).nullable().meta({
      description: 'Which half of the pair it is; null for the other metrics of the objective',
    }),
    valuesBefore: z.number().int().meta({ description: 'Days with a value before it became active' }),
    valuesAfter: z.number().int(),
    measured: z
      .object({
        before: z.number(),
        after: z.number(),
        change: z.number(),
        low: z.number().meta({ description: 'Lower end of the 90 % interval of the change' }),
        high: z.number(),
        autocorrelation: z.number().meta({
          description: 'How strongly each day resembles the one before it; the interval accounts for it',
        }),
      })
      .nullable()
      .meta({ description: 'null while it is too early' }),
    verdict: z.enum(['better', 'worse', 'unclear', 'too_early']),
  })
  .meta({ id: 'MetricEffect' });
export type MetricEffect = z.infer<typeof MetricEffect>;

export const MitigationEffect = z
  .object({
    state: z.enum(['measured', 'too_early', 'not_active', 'no_pair', 'not_over_time']),
    sentence: z.string(),
    beforeFrom: Day.nullable().meta({
      description: 'The days before it begin here: at most 90, and not before the divergence of the pair',
    }),
    activeAt: Instant.nullable(),
    afterTo: Day.nullable(),
    metrics: z.array(MetricEffect).meta({ description: 'The intent, the proxy, then the side effects' }),
  })
  .meta({ id: 'MitigationEffect' });
export type MitigationEffect = z.infer<typeof MitigationEffect>;

const id = '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8d01';

export const measureMitigation = route('GET /mitigations/:id/effect', {
  summary: 'Measure what a mitigation did, before against after',
  description:
    'Daily means of the pair and of the other metrics of its objective, with 90 % intervals that account for ' +
    'autocorrelation. Computed from the values as they are now.',
  tag: 'Mitigations',
  access: { role: 'viewer', scope: 'observations:read' },
  params: z.object({ id: Id }),
  success: { status: 200, body: MitigationEffect },
  example: {
    params: { id },
    response: {
      state: 'measured',
      sentence: 'Time well spent rose by 6.1 points (90 % interval 2.2 to 10): better.',
      beforeFrom: '2026-07-24',
      activeAt: '2026-10-22T09:00:00.000Z',
      afterTo: '2026-11-19',
      metrics: [
        {
          metricId: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a11',
          key: 'time_well_spent',
          name: 'Time well spent',
          role: 'intent',
          unit: '',
          scale: 'proportion',
          direction: 'higher_better',
          half: 'intent',
          valuesBefore: 24,
          valuesAfter: 14,
          measured: {
            before: 0.54,
            after: 0.601,
            change: 0.061,
            low: 0.022,
            high: 0.1,
            autocorrelation: 0.31,
          },
          verdict: 'better',
        },
      ],
    },
  },
});
