import { z } from 'zod';
import { Id, PageQuery, pageOf } from './primitives.js';
import { route } from './route.js';
import {
  BodyReading,
  Delivery,
  DeliveryDetail,
  NewSource,
  OfferedSeriesSeen,
  PastedBody,
  SeriesRules,
  Source,
  SourceChanges,
  SourceWithKey,
} from './source.js';

const tag = 'Sources';
/** Raw deliveries and keys are for people who run the tools. */
const people = { role: 'triager', scope: null } as const;
const SourceParams = z.object({ id: Id });
const DeliveryParams = z.object({ id: Id, delivery: Id });

const example: z.input<typeof Source> = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8e31',
  slug: 'production-alerts',
  name: 'Production alerts',
  kind: 'alertmanager',
  system: null,
  team: null,
  environment: 'production',
  grouping: '{{default}}',
  settings: { series: [], webhook: null, events: [] },
  quietAfterHours: 24,
  lastDeliveryAt: null,
  quiet: false,
  deliveriesToday: 0,
  problemsToday: 0,
  keys: [],
  version: 1,
  createdAt: '2026-11-19T14:20:00.000Z',
  updatedAt: '2026-11-19T14:20:00.000Z',
  archivedAt: null,
};
const delivery: z.input<typeof Delivery> = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8e21',
  receivedAt: '2026-11-19T14:24:00.000Z',
  door: 'alertmanager',
  outcome: 'taken',
  httpStatus: 202,
  contentType: 'application/json',
  size: 812,
  hash: '3f0a9e0d7c6b5a49382716054f3e2d1c0b9a8f7e6d5c4b3a29181706f5e4d3c2',
  translation: {
    signals: 1,
    points: 0,
    items: [{ title: 'Watch time rises while ratings fall', became: 'New alert', incidentKey: 'INC-158' }],
  },
  problem: '',
  callerName: 'Production alerts',
  requestId: 'a2f1c8de-0b6f-4a3e-9b0e-6d6f0c1b2a34',
  replayOf: null,
  kept: true,
};
const at = { id: example.id };
const OfferedSeriesPage = pageOf(OfferedSeriesSeen).meta({ id: 'OfferedSeriesPage' });
const offered = { name: 'judge_score', labels: { job: 'training' }, seenAt: '2026-11-19T14:24:00.000Z' };
const archivedAt = '2026-11-20T08:00:00.000Z';

export const listSources = route('GET /sources', {
  summary: 'List the tools that push here',
  tag,
  access: people,
  success: { status: 200, body: pageOf(Source).meta({ id: 'SourcePage' }) },
  example: { response: { items: [example], next: null } },
});
export const addSource = route('POST /sources', {
  summary: 'Add a source; the answer shows the key of its tool once',
  tag,
  access: people,
  body: NewSource,
  success: { status: 201, body: SourceWithKey },
  example: {
    body: { kind: 'alertmanager', name: example.name, environment: 'production', quietAfterHours: 24 },
    response: { source: example, apiKey: 'plk_4fQ9sLx2Ab_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx000000' },
  },
});
export const getSource = route('GET /sources/:id', {
  summary: 'Read a source',
  tag,
  access: people,
  params: SourceParams,
  success: { status: 200, body: Source },
  example: { params: at, response: example },
});
export const editSource = route('PATCH /sources/:id', {
  summary: 'Edit a source',
  tag,
  access: people,
  params: SourceParams,
  body: SourceChanges,
  success: { status: 200, body: Source },
  ifMatch: true,
  example: {
    params: at,
    body: { grouping: '{{default}} in {{environment}}' },
    response: { ...example, grouping: '{{default}} in {{environment}}', version: 2 },
  },
});
export const archiveSource = route('POST /sources/:id/archive', {
  summary: 'Archive a source: it takes nothing more; what came stays',
  tag,
  access: people,
  params: SourceParams,
  success: { status: 200, body: Source },
  example: { params: at, response: { ...example, archivedAt, version: 2 } },
});
export const restoreSource = route('POST /sources/:id/restore', {
  summary: 'Take an archived source back into use',
  tag,
  access: people,
  params: SourceParams,
  success: { status: 200, body: Source },
  example: { params: at, response: { ...example, version: 3 } },
});
export const issueSourceKey = route('POST /sources/:id/keys', {
  summary: 'Make another key for the tool; the one before stays valid until it is revoked',
  description: 'Two may be in force at once, so that a tool can change from one to the other without a gap.',
  tag,
  access: people,
  params: SourceParams,
  success: { status: 201, body: SourceWithKey },
  example: {
    params: at,
    response: { source: example, apiKey: 'plk_4fQ9sLx2Ab_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx000000' },
  },
});
export const revokeSourceKey = route('POST /sources/:id/keys/:key/revoke', {
  summary: 'Revoke a key of the tool: whatever still sends it is refused',
  tag,
  access: people,
  params: z.object({ id: Id, key: Id }),
  success: { status: 200, body: Source },
  example: {
    params: { ...at, key: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8e41' },
    response: example,
  },
});
export const testSource = route('POST /sources/:id/test', {
  summary: 'Read a sample of what such a tool sends, and show what it would become',
  description: 'Nothing is opened and nothing is counted; the delivery is listed as a test.',
  tag,
  access: people,
  params: SourceParams,
  success: { status: 200, body: Delivery },
  example: { params: at, response: { ...delivery, outcome: 'test', httpStatus: 200 } },
});
export const listDeliveries = route('GET /sources/:id/deliveries', {
  summary: 'List what came from a source, newest first',
  tag,
  access: people,
  params: SourceParams,
  query: PageQuery,
  success: { status: 200, body: pageOf(Delivery).meta({ id: 'DeliveryPage' }) },
  example: { params: at, query: { limit: 50 }, response: { items: [delivery], next: null } },
});
export const getDelivery = route('GET /sources/:id/deliveries/:delivery', {
  summary: 'Read a delivery with its body',
  tag,
  access: people,
  params: DeliveryParams,
  success: { status: 200, body: DeliveryDetail },
  example: {
    params: { ...at, delivery: delivery.id },
    response: { ...delivery, text: '{"version":"4","status":"firing","alerts":[]}' },
  },
});
export const replayDelivery = route('POST /sources/:id/deliveries/:delivery/replay', {
  summary: 'Take a delivery in once more, as if it came now',
  description:
    'What was taken in before changes nothing; what was refused before is read with the settings of today.',
  tag,
  access: people,
  params: DeliveryParams,
  success: { status: 200, body: Delivery },
  example: {
    params: { ...at, delivery: delivery.id },
    response: { ...delivery, replayOf: delivery.id },
  },
});

export const previewBody = route('POST /sources/:id/preview', {
  summary: 'Say what a pasted body would become, with the settings in force or with others',
  description: 'Nothing is stored. What cannot be read is said in `problem`.',
  tag,
  access: people,
  params: SourceParams,
  body: PastedBody,
  success: { status: 200, body: BodyReading },
  example: {
    params: at,
    body: {
      text: '{"alerts": [{"status": "firing", "labels": {"alertname": "JudgeDrifts"}, "fingerprint": "a1"}]}',
    },
    response: {
      translation: {
        signals: 1,
        points: 0,
        items: [{ title: 'JudgeDrifts', became: 'Would be an alert "a1"', incidentKey: null }],
      },
      problem: '',
    },
  },
});
export const listOfferedSeries = route('GET /sources/:id/series', {
  summary: 'List the series that a tool has offered, up to 500, and what becomes of each',
  tag,
  access: people,
  params: SourceParams,
  success: { status: 200, body: OfferedSeriesPage },
  example: {
    params: at,
    response: {
      items: [{ ...offered, metric: null, reason: 'No rule of this source names it.' }],
      next: null,
    },
  },
});
export const previewSeries = route('POST /sources/:id/series/preview', {
  summary: 'Say what rules would make of the series that a tool has offered',
  tag,
  access: people,
  params: SourceParams,
  body: SeriesRules,
  success: { status: 200, body: OfferedSeriesPage },
  example: {
    params: at,
    body: { series: [{ name: 'judge_*', metric: 'judge_score', everySeconds: 60 }] },
    response: { items: [{ ...offered, metric: 'judge_score', reason: '' }], next: null },
  },
});

export const sourceRoutes = [
  listSources,
  addSource,
  getSource,
  editSource,
  archiveSource,
  restoreSource,
  issueSourceKey,
  revokeSourceKey,
  testSource,
  listDeliveries,
  getDelivery,
  replayDelivery,
  previewBody,
  listOfferedSeries,
  previewSeries,
] as const;
