import { z } from 'zod';
import { Id, pageOf } from './primitives.js';
import { route } from './route.js';
import {
  NewSignal,
  NewSignals,
  Signal,
  SignalDetail,
  SignalQuery,
  SignalsTaken,
  SignalTaken,
} from './signal.js';

const tag = 'Alerts';
const send = { role: 'reporter', scope: 'signals:write' } as const;
const read = { role: 'viewer', scope: 'incidents:read' } as const;

const taken = {
  signalId: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8e01',
  incidentKey: 'INC-158',
  dedupKey: 'watch-time-drift',
  status: 'created',
  episode: 1,
  because: 'It opened this incident: no other is open for "- / - / proxy_overoptimization".',
};
const told = {
  title: 'Watch time rises while ratings fall',
  dedupKey: 'watch-time-drift',
  action: 'trigger',
  severity: 'critical',
  environment: 'production',
  mechanism: 'proxy_overoptimization',
  labels: { market: 'jp' },
  link: 'https://alerts.example/watch-time',
} as const;
const example: z.input<typeof Signal> = {
  id: taken.signalId,
  source: { id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8e11', name: 'API', kind: 'api' },
  dedupKey: told.dedupKey,
  episode: 1,
  recurrenceOf: null,
  state: 'open',
  title: told.title,
  description: '',
  severity: told.severity,
  environment: told.environment,
  link: told.link,
  labels: told.labels,
  system: null,
  metric: null,
  fingerprint: '- / - / proxy_overoptimization',
  startedAt: '2026-11-19T14:20:00.000Z',
  resolvedAt: null,
  firstSeenAt: '2026-11-19T14:20:01.000Z',
  lastSeenAt: '2026-11-19T14:24:00.000Z',
  clamped: false,
  count: 4,
  incident: { key: 'INC-158', title: 'Watch time rises while ratings fall' },
  because: 'It opened this incident: no other is open for "- / - / proxy_overoptimization".',
};

export const sendSignal = route('POST /signals', {
  summary: 'Send an alert',
  description:
    'The same `dedupKey` is the same alert: a trigger counts up, a resolve ends it, a trigger within 24 hours opens it ' +
    'again, later it is a new episode. Order is by `occurredAt`, whatever the order of arrival. It joins the open ' +
    'incident of its kind or opens one; a resolve never closes an incident. 202 means stored.',
  tag,
  givesWay: 'last',
  access: send,
  body: NewSignal,
  success: { status: 202, body: SignalTaken },
  idempotent: true,
  example: { body: told, response: taken },
});

export const sendSignals = route('POST /signals/batch', {
  summary: 'Send up to 500 alerts at once',
  description:
    'Answers 202 when every alert was taken, 207 when some were not: `refused` names them by index. All that is taken ' +
    'commits together.',
  tag,
  givesWay: 'last',
  access: send,
  body: NewSignals,
  bodyLimit: 4 * 1024 * 1024,
  success: { status: 202, body: SignalsTaken },
  idempotent: true,
  example: {
    body: { signals: [told], backfill: false },
    response: { items: [{ ...taken, index: 0 }], refused: [] },
  },
});

export const listSignals = route('GET /signals', {
  summary: 'List alerts, those told last first',
  tag,
  access: read,
  query: SignalQuery,
  success: { status: 200, body: pageOf(Signal).meta({ id: 'SignalPage' }) },
  example: { query: { state: 'open' }, response: { items: [example], next: null } },
});

export const getSignal = route('GET /signals/:id', {
  summary: 'Read an alert with what the tool sent',
  description: 'For people: what tools send may hold more than a key should read.',
  tag,
  access: { role: 'viewer', scope: null },
  params: z.object({ id: Id }),
  success: { status: 200, body: SignalDetail },
  example: {
    params: { id: example.id },
    response: {
      ...example,
      raw: {
        deliveryId: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8e21',
        receivedAt: '2026-11-19T14:24:00.000Z',
        contentType: 'application/json',
        text: '{"title":"Watch time rises while ratings fall"}',
      },
    },
  },
});

export const signalRoutes = [sendSignal, sendSignals, listSignals, getSignal] as const;
