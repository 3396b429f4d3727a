import { z } from 'zod';
import { goodhartMode } from '../taxonomy/values/classification.js';
import { valuesOf } from '../taxonomy/values.js';
import { PairAxis, PairState } from './pair.js';
import { Day, Id, Instant, text } from './primitives.js';

/** What a person made of an alarm, through its incident. */
export const FindingVerdict = z.enum(['accepted', 'declined']);

/** What the detector said: that a proxy and its intent came apart, since when, and by how much. */
export const Finding = z
  .object({
    id: Id,
    pairId: Id,
    pairName: z.string(),
    systemKey: z.string(),
    systemName: z.string(),
    runId: Id.nullable(),
    axis: PairAxis,
    at: Instant.meta({ description: 'The audit that raised the alarm' }),
    onsetAt: Instant.nullable().meta({ description: 'Since when; null on the axes step and kl' }),
    onsetLowAt: Instant.nullable(),
    onsetHighAt: Instant.nullable().meta({ description: 'Ends of the set that holds the onset with 90 %' }),
    onsetX: z.number().nullable().meta({ description: 'Since which step or KL; null over time' }),
    onsetLowX: z.number().nullable(),
    onsetHighX: z.number().nullable(),
    gap: z.number().nullable().meta({
      description:
        'How much worse the intent is than the proxy lets expect, in its own units; positive is worse',
    }),
    gapLow: z.number().nullable(),
    gapHigh: z.number().nullable(),
    pDiverged: z.number(),
    score: z.number().nullable().meta({ description: 'Log evidence; null for a run' }),
    threshold: z.number().nullable(),
    mode: z.enum(valuesOf(goodhartMode)),
    modeProbability: z.number(),
    modeSaidAt: Instant,
    evidence: z.array(z.string()),
    methodVersion: z.number().int(),
    raisedAt: Instant,
    withdrawnAt: Instant.nullable().meta({
      description: 'Late or corrected values made it vanish after an incident had taken it up',
    }),
    incidentId: Id.nullable(),
    verdict: FindingVerdict.nullable(),
    verdictReason: z.string().nullable(),
    verdictBy: z.string().nullable(),
    verdictAt: Instant.nullable(),
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof Finding>;

/** One estimate for each audit, in columns of equal length. `at` is milliseconds since 1970. */
export const EstimateColumns = z
  .object({
    at: z.array(z.number()),
    score: z.array(z.number()).meta({ description: 'Log evidence that the two came apart' }),
    threshold: z.array(z.number().nullable()).meta({ description: 'null while no alarm is possible' }),
    gap: z.array(z.number()).meta({ description: 'In the units of the intent; positive is worse' }),
    gapLow: z.array(z.number()),
    gapHigh: z.array(z.number()),
    pDiverged: z.array(z.number()),
    provisional: z.array(z.boolean()).meta({ description: 'While the pair learns' }),
  })
  .meta({ id: 'EstimateColumns' });
export type EstimateColumns = z.infer<typeof EstimateColumns>;

export const PairMarkKind = z.enum(['definition_changed', 'release', 'mitigation', 'note']);

/** Something that happened to a pair, as its owner says. */
export const PairMark = z
  .object({
    id: Id,
    kind: PairMarkKind,
    at: Instant,
    label: z.string(),
    createdBy: z.string(),
    createdAt: Instant,
  })
  .meta({ id: 'PairMark' });
export type PairMark = z.infer<typeof PairMark>;

export const NewPairMark = z
  .object({
    kind: PairMarkKind.default('note').meta({
      description:
        'definition_changed restarts the relation from then on: no alarm comes of the change itself',
    }),
    at: Instant,
    label: text(120),
  })
  .meta({ id: 'NewPairMark' });
export type NewPairMark = z.output<typeof NewPairMark>;

const Range = z.object({ at: z.number(), lo: z.number(), hi: z.number() });

/** The last look at one run of a pair over steps or KL. */
export const RunLook = z
  .object({
    runId: Id,
    run: z.string(),
    checkedAt: Instant,
    verdict: z.enum(['aligned', 'decoupled', 'reversed', 'cannot_tell']),
    pDiverged: z.number(),
    onset: Range.nullable(),
    turningPoint: Range.nullable(),
    evaluations: z.number().int(),
    sentence: z.string(),
  })
  .meta({ id: 'RunLook' });
export type RunLook = z.infer<typeof RunLook>;

/** A measure beside the pair, by how its days go with the proxy's since 120 days before the onset. */
export const MovedWith = z
  .object({
    metricId: Id,
    name: z.string(),
    unit: z.string(),
    scale: z.string(),
    before: z.number().nullable().meta({ description: 'Mean of the four weeks before the onset' }),
    after: z.number().nullable().meta({ description: 'Mean of the newest four weeks' }),
    association: z.number().nullable().meta({ description: 'Correlation of daily means, -1 to 1' }),
  })
  .meta({ id: 'MovedWith' });
export type MovedWith = z.infer<typeof MovedWith>;

/** What the detector knows of a pair. */
export const PairDivergence = z
  .object({
    pairId: Id,
    state: PairState,
    sentence: z.string(),
    audits: z.number().int(),
    auditsNeeded: z.number().int(),
    alarmsFromOn: Day.nullable().meta({ description: 'When alarms become possible at the usual pace' }),
    settle: z.string().nullable().meta({ description: 'What would settle an open question' }),
    falseAlarmsPerYear: z.number(),
    caughtUpAt: Instant.nullable(),
    behindSince: Instant.nullable().meta({ description: 'Since when values wait to be seen' }),
    methodVersion: z.number().int().nullable(),
    estimates: EstimateColumns,
    findings: z.array(Finding),
    marks: z.array(PairMark),
    releases: z.array(z.object({ at: Instant, name: z.string() })),
    runs: z.array(RunLook),
    moved: z.array(MovedWith).meta({ description: 'What moved with the proxy since the newest alarm' }),
  })
  .meta({ id: 'PairDivergence' });
export type PairDivergence = z.infer<typeof PairDivergence>;

/** A rate to try out on the stored history; nothing is changed by it. */
export const BackTest = z
  .object({
    falseAlarmsPerYear: z.number().positive().max(12),
    referenceDays: z.number().int().min(28).max(730).optional(),
  })
  .meta({ id: 'BackTest' });
export type BackTest = z.infer<typeof BackTest>;

export const BackTestAlarm = z.object({
  at: Instant,
  onsetAt: Instant,
  onsetLowAt: Instant,
  onsetHighAt: Instant,
  mode: z.enum(valuesOf(goodhartMode)),
  modeProbability: z.number(),
});
export const BackTested = z
  .object({
    falseAlarmsPerYear: z.number(),
    alarms: z.array(BackTestAlarm),
    audits: z.number().int(),
    /** The last threshold that the rate gives; null while no alarm is possible. */
    threshold: z.number().nullable(),
    sentence: z.string(),
  })
  .meta({ id: 'BackTested' });
export type BackTested = z.infer<typeof BackTested>;

/** A pair in the league. */
export const LeaguePair = z
  .object({
    pairId: Id,
    name: z.string(),
    systemKey: z.string(),
    systemName: z.string(),
    proxyName: z.string(),
    intentName: z.string(),
    intentUnit: z.string(),
    intentScale: z.string(),
    axis: PairAxis,
    state: PairState,
    sentence: z.string(),
    lookFirst: z.boolean().meta({
      description: 'Among many pairs: at most one in ten of those named is expected to be named by chance',
    }),
    score: z.number().nullable(),
    threshold: z.number().nullable(),
    pDiverged: z.number().nullable(),
    gap: z.number().nullable(),
    gapLow: z.number().nullable(),
    gapHigh: z.number().nullable(),
    lastAuditAt: Instant.nullable(),
    finding: Finding.nullable().meta({ description: 'The newest alarm that stands' }),
  })
  .meta({ id: 'LeaguePair' });
export type LeaguePair = z.infer<typeof LeaguePair>;

/** How the detector did in this workspace, by what people said. */
export const DetectorScore = z
  .object({
    alarms: z.number().int(),
    accepted: z.number().int(),
    falseAlarms: z.number().int().meta({ description: 'Declined as a false positive or as benign' }),
    declinedOtherwise: z.number().int(),
    waiting: z.number().int(),
    precision: z.number().nullable().meta({ description: 'Accepted of those judged right or wrong' }),
    pairYears: z.number().meta({ description: 'Time in which alarms were possible, over all pairs' }),
    alarmsPerPairYear: z.number().nullable(),
    falseAlarmsPerPairYear: z.number().nullable(),
    askedPerPairYear: z.number().nullable().meta({ description: 'What the owners accept, by time watched' }),
    medianDaysToAlarm: z.number().nullable().meta({ description: 'From the onset to the alarm' }),
  })
  .meta({ id: 'DetectorScore' });
export type DetectorScore = z.infer<typeof DetectorScore>;
