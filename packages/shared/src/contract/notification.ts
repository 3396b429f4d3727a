import { z } from 'zod';
import { mailState, mailTiming, notificationKind } from '../taxonomy/values/notification.js';
import { valuesOf } from '../taxonomy/values.js';
import { Flag, Id, Instant, pageOf, PageQuery } from './primitives.js';

/** Something that happened, told to one person, with the reason why they are told. */
export const Notification = z
  .object({
    id: Id,
    kind: z.enum(valuesOf(notificationKind)),
    at: Instant,
    /** Who did it. */
    by: z.string(),
    /** What was done, as the record names it: `incident.accept`. */
    verb: z.string(),
    incident: z.object({ key: z.string(), title: z.string() }).nullable(),
    task: z.object({ id: Id, title: z.string() }).nullable(),
    /** How the comment begins, where it is one. */
    words: z.string(),
    readAt: Instant.nullable(),
  })
  .meta({ id: 'Notification' });
export type Notification = z.infer<typeof Notification>;

export const NotificationQuery = PageQuery.extend({ unread: Flag.optional() });
export type NotificationQuery = z.output<typeof NotificationQuery>;

/** How many are unread; counted up to a hundred. */
export const UnreadCount = z
  .object({ count: z.number().int(), capped: z.boolean() })
  .meta({ id: 'UnreadCount' });
export type UnreadCount = z.infer<typeof UnreadCount>;

/** Which ones were read, or are to count as unread again. Without `ids` it is all of them. */
export const ReadNotifications = z
  .strictObject({ ids: z.array(Id).min(1).max(500).optional(), read: z.boolean().default(true) })
  .meta({ id: 'ReadNotifications' });
export type ReadNotifications = z.output<typeof ReadNotifications>;

const Preference = z.strictObject({
  kind: z.enum(valuesOf(notificationKind)),
  /** Whether it stands in the list of the app. */
  inApp: z.boolean(),
  mail: z.enum(valuesOf(mailTiming)),
});

/** How somebody wants to be told, by reason. */
export const NotificationPreferences = z
  .object({
    items: z.array(Preference),
    /** Where mail goes; null where this installation sends none. */
    mailTo: z.string().nullable(),
  })
  .meta({ id: 'NotificationPreferences' });
export type NotificationPreferences = z.infer<typeof NotificationPreferences>;

export const NotificationPreferencesChange = z
  .strictObject({ items: z.array(Preference).min(1).max(20) })
  .meta({ id: 'NotificationPreferencesChange' });
export type NotificationPreferencesChange = z.infer<typeof NotificationPreferencesChange>;

/** Whether somebody hears of what happens to an incident or a system. */
export const Following = z
  .object({
    follows: z.boolean(),
    /** They said so; else it is because they take part, or not. */
    said: z.boolean(),
  })
  .meta({ id: 'Following' });
export type Following = z.infer<typeof Following>;

export const FollowingChange = z.strictObject({ follows: z.boolean() }).meta({ id: 'FollowingChange' });
export type FollowingChange = z.infer<typeof FollowingChange>;

/** One mail on its way to one person. What it says is kept nowhere. */
export const MailDelivery = z
  .object({
    id: Id,
    to: z.string(),
    kind: z.enum(['at_once', 'digest']),
    state: z.enum(valuesOf(mailState)),
    attempts: z.number().int(),
    nextAt: Instant.nullable(),
    lastError: z.string(),
    createdAt: Instant,
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'MailDelivery' });
export type MailDelivery = z.infer<typeof MailDelivery>;

export const MailDeliveryQuery = PageQuery.extend({ state: z.enum(valuesOf(mailState)).optional() });
export type MailDeliveryQuery = z.output<typeof MailDeliveryQuery>;

export const MailDeliveryPage = pageOf(MailDelivery)
  .extend({
    /** Whether this installation sends mail at all. */
    configured: z.boolean(),
    from: z.string(),
  })
  .meta({ id: 'MailDeliveryPage' });
export type MailDeliveryPage = z.infer<typeof MailDeliveryPage>;
