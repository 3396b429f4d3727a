import { z } from 'zod';
import { IncidentKey } from './incident-record.js';
import {
  Following,
  FollowingChange,
  MailDelivery,
  MailDeliveryPage,
  MailDeliveryQuery,
  Notification,
  NotificationPreferences,
  NotificationPreferencesChange,
  NotificationQuery,
  ReadNotifications,
  UnreadCount,
} from './notification.js';
import { Id, pageOf, Slug } from './primitives.js';
import { route } from './route.js';

const tag = 'Notifications';
const people = { role: 'viewer', scope: null } as const;
const administrators = { role: 'admin', scope: null } as const;

const example: Notification = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8f01',
  kind: 'mentioned',
  at: '2026-11-20T09:12:00.000Z',
  by: 'Jonas Lindqvist',
  verb: 'incident.commented',
  incident: { key: 'INC-158', title: 'Support chat agrees with wrong claims' },
  task: null,
  words: '@Hana Sato, did the audit of last week use the new judge?',
  readAt: null,
};

export const listNotifications = route('GET /notifications', {
  summary: 'List what you were told, newest first',
  description: 'What you may no longer see is not there any more.',
  tag,
  access: people,
  query: NotificationQuery,
  success: { status: 200, body: pageOf(Notification) },
  example: { query: { unread: 'true' }, response: { items: [example], next: null } },
});

export const countUnread = route('GET /notifications/unread', {
  summary: 'Count what you have not read',
  tag,
  access: people,
  success: { status: 200, body: UnreadCount },
  example: { response: { count: 3, capped: false } },
});

export const readNotifications = route('POST /notifications/read', {
  summary: 'Say which you have read, or want to read again',
  tag,
  access: people,
  body: ReadNotifications,
  success: { status: 200, body: UnreadCount },
  example: { body: { read: true }, response: { count: 0, capped: false } },
});

const preferences: NotificationPreferences = {
  items: [{ kind: 'mentioned', inApp: true, mail: 'at_once' }],
  mailTo: 'hana@example.org',
};

export const readPreferences = route('GET /notification-preferences', {
  summary: 'Read how you want to be told',
  tag,
  access: people,
  success: { status: 200, body: NotificationPreferences },
  example: { response: preferences },
});

export const changePreferences = route('PUT /notification-preferences', {
  summary: 'Say how you want to be told, by reason; reasons left out stay as they are',
  tag,
  access: people,
  body: NotificationPreferencesChange,
  success: { status: 200, body: NotificationPreferences },
  example: { body: { items: preferences.items }, response: preferences },
});

const OfIncident = z.object({ key: IncidentKey });
const OfSystem = z.object({ system: Slug });

export const readFollowingIncident = route('GET /incidents/:key/following', {
  summary: 'Read whether you follow an incident',
  description: 'Who owns, reported or commented on it follows it until they say otherwise.',
  tag,
  access: people,
  params: OfIncident,
  success: { status: 200, body: Following },
  example: { params: { key: 'INC-158' }, response: { follows: true, said: false } },
});

export const followIncident = route('PUT /incidents/:key/following', {
  summary: 'Follow an incident, or no longer',
  tag,
  access: people,
  params: OfIncident,
  body: FollowingChange,
  success: { status: 200, body: Following },
  example: {
    params: { key: 'INC-158' },
    body: { follows: true },
    response: { follows: true, said: true },
  },
});

export const readFollowingSystem = route('GET /systems/:system/following', {
  summary: 'Read whether you follow a system',
  description: 'The members of the team that owns it follow it until they say otherwise.',
  tag,
  access: people,
  params: OfSystem,
  success: { status: 200, body: Following },
  example: { params: { system: 'feed-ranker' }, response: { follows: true, said: false } },
});

export const followSystem = route('PUT /systems/:system/following', {
  summary: 'Follow a system, or no longer: its new incidents and its alarms',
  tag,
  access: people,
  params: OfSystem,
  body: FollowingChange,
  success: { status: 200, body: Following },
  example: {
    params: { system: 'feed-ranker' },
    body: { follows: true },
    response: { follows: true, said: true },
  },
});

const delivery: MailDelivery = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8f02',
  to: 'hana@example.org',
  kind: 'at_once',
  state: 'dead',
  attempts: 8,
  nextAt: null,
  lastError: 'connect ECONNREFUSED 10.0.0.25:25',
  createdAt: '2026-11-20T09:12:10.000Z',
  endedAt: '2026-11-21T09:12:10.000Z',
};

export const listMailDeliveries = route('GET /mail-deliveries', {
  summary: 'List mails on their way, sent, and given up, newest first',
  tag,
  access: administrators,
  query: MailDeliveryQuery,
  success: { status: 200, body: MailDeliveryPage },
  example: {
    query: { state: 'dead' },
    response: { items: [delivery], next: null, configured: true, from: 'Plumbline <plumbline@example.org>' },
  },
});

export const retryMailDelivery = route('POST /mail-deliveries/:id/retry', {
  summary: 'Try a mail that was given up once more',
  tag,
  access: administrators,
  params: z.object({ id: Id }),
  success: { status: 200, body: MailDelivery },
  example: {
    params: { id: delivery.id },
    response: {
      ...delivery,
      state: 'waiting',
      attempts: 0,
      nextAt: '2026-11-21T10:00:00.000Z',
      endedAt: null,
    },
  },
});

export const notificationRoutes = [
  listNotifications,
  countUnread,
  readNotifications,
  readPreferences,
  changePreferences,
  readFollowingIncident,
  followIncident,
  readFollowingSystem,
  followSystem,
  listMailDeliveries,
  retryMailDelivery,
] as const;
