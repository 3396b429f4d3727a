import { z } from 'zod';
import {
  BackTest,
  BackTested,
  DetectorScore,
  Finding,
  LeaguePair,
  NewPairMark,
  PairDivergence,
  PairMark,
} from './divergence.js';
import { exampleFinding } from './divergence-example.js';
import { examplePair } from './pair-example.js';
import { PairParams } from './pair.js';
import { Id, PageQuery, pageOf } from './primitives.js';
import { route } from './route.js';

const tag = 'Divergence';
const read = { role: 'viewer', scope: 'observations:read' } as const;
const change = { role: 'triager', scope: 'workspace:write' } as const;
const params = { id: examplePair.id };

export const DivergenceQuery = PageQuery.extend({
  verdict: z.enum(['waiting', 'accepted', 'declined']).optional(),
});
export type DivergenceQuery = z.output<typeof DivergenceQuery>;

export const PairMarkParams = z.object({ id: Id, mark: Id });

const exampleMark = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a61',
  kind: 'definition_changed',
  at: '2026-06-01T00:00:00.000Z',
  label: 'Sessions end after 20 idle minutes, not 30',
  createdBy: 'Hana Sato',
  createdAt: '2026-06-02T09:00:00.000Z',
} as const;

export const getPairDivergence = route('GET /pairs/:id/divergence', {
  summary: 'Read what the detector knows of a pair: where it stands, estimates in columns, alarms, marks',
  tag,
  access: read,
  params: PairParams,
  success: { status: 200, body: PairDivergence },
  example: {
    params,
    response: {
      pairId: examplePair.id,
      state: 'diverged',
      sentence: 'Proxy and intent came apart.',
      audits: 92,
      auditsNeeded: 26,
      alarmsFromOn: null,
      settle: null,
      falseAlarmsPerYear: 0.2,
      caughtUpAt: '2026-11-19T12:00:00.000Z',
      behindSince: null,
      methodVersion: 1,
      estimates: {
        at: [1790769600000, 1791374400000],
        score: [2.1, 8.4],
        threshold: [7, 7],
        gap: [0.031, 0.073],
        gapLow: [0.004, 0.053],
        gapHigh: [0.058, 0.093],
        pDiverged: [0.03, 0.94],
        provisional: [false, false],
      },
      findings: [exampleFinding],
      marks: [exampleMark],
      releases: [{ at: '2026-09-08T08:00:00.000Z', name: 'v41' }],
      runs: [],
      moved: [
        {
          metricId: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a62',
          name: 'Replies per post',
          unit: '',
          scale: 'unbounded',
          before: 2.4,
          after: 3.3,
          association: 0.91,
        },
      ],
    },
  },
});
export const backTestPair = route('POST /pairs/:id/back-test', {
  summary: 'Try another alarm rate on the stored history; changes nothing',
  tag,
  access: read,
  params: PairParams,
  body: BackTest,
  success: { status: 200, body: BackTested },
  example: {
    params,
    body: { falseAlarmsPerYear: 1 },
    response: {
      falseAlarmsPerYear: 1,
      alarms: [
        {
          at: '2026-09-29T12:00:00.000Z',
          onsetAt: '2026-09-14T00:00:00.000Z',
          onsetLowAt: '2026-09-07T00:00:00.000Z',
          onsetHighAt: '2026-09-24T00:00:00.000Z',
          mode: 'extremal',
          modeProbability: 0.74,
        },
      ],
      audits: 92,
      threshold: 5.5,
      sentence: 'One alarm in 92 audits at 1 false alarm a year.',
    },
  },
});
export const addPairMark = route('POST /pairs/:id/marks', {
  summary: 'Say what happened to a pair: a changed definition, a release, a mitigation',
  tag,
  access: change,
  idempotent: true,
  params: PairParams,
  body: NewPairMark,
  success: { status: 201, body: PairMark },
  example: {
    params,
    body: { kind: 'definition_changed', at: exampleMark.at, label: exampleMark.label },
    response: exampleMark,
  },
});
export const removePairMark = route('DELETE /pairs/:id/marks/:mark', {
  summary: 'Take a mark away; what the detector said since is said anew',
  tag,
  access: change,
  params: PairMarkParams,
  success: { status: 204, body: null },
  example: { params: { ...params, mark: exampleMark.id }, response: null },
});
export const listDivergences = route('GET /divergences', {
  summary: 'List what the detector found, the newest first',
  tag,
  access: read,
  query: DivergenceQuery,
  success: { status: 200, body: pageOf(Finding).meta({ id: 'FindingPage' }) },
  example: { query: { verdict: 'waiting' }, response: { items: [exampleFinding], next: null } },
});
export const readLeague = route('GET /divergences/league', {
  summary: 'List the watched pairs, those to look at first on top',
  description: 'At most 500 pairs. `lookFirst` holds a false discovery rate of 10 % over all of them.',
  tag,
  access: read,
  success: {
    status: 200,
    body: z.object({ items: z.array(LeaguePair), next: z.null() }).meta({ id: 'DivergenceLeague' }),
  },
  example: {
    response: {
      items: [
        {
          pairId: examplePair.id,
          name: examplePair.name,
          systemKey: examplePair.systemKey,
          systemName: examplePair.systemName,
          proxyName: examplePair.proxy.name,
          intentName: examplePair.intent.name,
          intentUnit: '',
          intentScale: 'proportion',
          axis: 'time',
          state: 'diverged',
          sentence: 'Proxy and intent came apart.',
          lookFirst: true,
          score: 8.4,
          threshold: 7,
          pDiverged: 0.94,
          gap: 0.073,
          gapLow: 0.053,
          gapHigh: 0.093,
          lastAuditAt: '2026-11-16T00:00:00.000Z',
          finding: exampleFinding,
        },
      ],
      next: null,
    },
  },
});
export const readDetectorScore = route('GET /divergences/score', {
  summary: 'Read how the detector did here, by the verdicts of people',
  tag,
  access: read,
  success: { status: 200, body: DetectorScore },
  example: {
    response: {
      alarms: 6,
      accepted: 4,
      falseAlarms: 1,
      declinedOtherwise: 0,
      waiting: 1,
      precision: 0.8,
      pairYears: 9.4,
      alarmsPerPairYear: 0.64,
      falseAlarmsPerPairYear: 0.11,
      askedPerPairYear: 0.2,
      medianDaysToAlarm: 24,
    },
  },
});

export const divergenceRoutes = [
  getPairDivergence,
  backTestPair,
  addPairMark,
  removePairMark,
  listDivergences,
  readLeague,
  readDetectorScore,
] as const;
