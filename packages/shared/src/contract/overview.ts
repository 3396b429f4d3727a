import { z } from 'zod';
import { Day, Flag, Id, Instant } from './primitives.js';
import { route } from './route.js';

/** Upper bounds of the ages that open incidents are sorted into, in days; what is older comes last. */
export const ageBoundsDays = [1, 7, 30, 90] as const;

const count = z.number().int();

/** A figure of this period beside that of the one before. */
const Compared = z.object({ now: count, before: count });

/** Hours from one moment in an incident's life to the next, over those that reached it within the period. */
export const TimesTo = z
  .object({
    /** How many reached it. */
    n: count,
    /** Hours; null where none did. */
    median: z.number().nullable(),
    p90: z.number().nullable(),
    /** The median of the period before. */
    medianBefore: z.number().nullable(),
  })
  .meta({ id: 'TimesTo' });
export type TimesTo = z.infer<typeof TimesTo>;

const Share = z.object({ value: z.string(), count });

export const Overview = z
  .object({
    /** The period, up to now; the one before is as long. */
    from: Instant,
    to: Instant,
    /** Logged within the period. */
    logged: Compared,
    /** Accepted and neither resolved nor closed: now, and at the beginning of the period. */
    open: Compared,
    closed: Compared,
    /** Waiting for a decision now. */
    untriaged: z.object({ now: count, oldestAt: Instant.nullable() }),
    /** Open incidents by severity (null: nobody has rated them) and age since they were reported. */
    openByAge: z.array(z.object({ severity: z.string().nullable(), ages: z.array(count) })),
    times: z.object({ triage: TimesTo, mitigate: TimesTo, close: TimesTo }),
    /** Logged by week (its Monday, UTC) and misalignment type; `undecided` where nobody has said. */
    weeks: z.array(z.object({ weekOn: Day, types: z.record(z.string(), count) })),
    /** Of what was logged within the period. */
    types: z.array(Share),
    brokenLinks: z.array(Share),
    metrics: z.array(z.object({ id: Id, name: z.string(), count })),
    /** Techniques of the mitigations that treat what was logged within the period. */
    approaches: z.array(z.object({ ...Share.shape, label: z.string() })),
    /** Misalignment type by mechanism, of what was logged within the period. */
    typeByMechanism: z.array(z.object({ type: z.string(), mechanism: z.string(), count })),
  })
  .meta({ id: 'Overview' });
export type Overview = z.infer<typeof Overview>;

export const OverviewQuery = z.object({
  /** Length of the period in days. */
  days: z.coerce.number().int().min(1).max(730).default(30),
  system: Id.optional(),
  team: Id.optional(),
  /** `false` leaves the example story out. */
  example: Flag.optional(),
});
export type OverviewQuery = z.output<typeof OverviewQuery>;

export const readOverview = route('GET /overview', {
  summary: 'Read whether it is getting worse, and what waits',
  description:
    'Drills and reference cases are no part of any figure, nor are incidents that were declined or are duplicates; ' +
    'incidents that the caller may not see are not counted.',
  tag: 'Overview',
  access: { role: 'viewer', scope: 'incidents:read' },
  query: OverviewQuery,
  success: { status: 200, body: Overview },
  example: {
    query: { days: 30 },
    response: {
      from: '2026-10-20T14:20:00.000Z',
      to: '2026-11-19T14:20:00.000Z',
      logged: { now: 14, before: 9 },
      open: { now: 11, before: 8 },
      closed: { now: 3, before: 4 },
      untriaged: { now: 2, oldestAt: '2026-11-17T08:00:00.000Z' },
      openByAge: [{ severity: 'sev1', ages: [0, 1, 0, 0, 0] }],
      times: {
        triage: { n: 12, median: 6.5, p90: 30, medianBefore: 9 },
        mitigate: { n: 5, median: 70, p90: 160, medianBefore: 82 },
        close: { n: 3, median: 400, p90: 520, medianBefore: null },
      },
      weeks: [{ weekOn: '2026-11-16', types: { outer: 3, undecided: 1 } }],
      types: [{ value: 'outer', count: 7 }],
      brokenLinks: [{ value: 'intent_to_spec', count: 5 }],
      metrics: [{ id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a10', name: 'Predicted minutes', count: 4 }],
      approaches: [{ value: 'metric-redesign', label: 'Metric redesign', count: 2 }],
      typeByMechanism: [{ type: 'outer', mechanism: 'specification_gaming', count: 4 }],
    },
  },
});

export const overviewRoutes = [readOverview] as const;
