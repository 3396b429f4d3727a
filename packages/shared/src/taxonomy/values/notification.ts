/** Notifications: value -> our short label. */

/** Why somebody is told of something, the weightiest first: of several reasons for one event the first counts. */
export const notificationKind = {
  mentioned: 'You were mentioned',
  assigned: 'Assigned to you',
  task_assigned: 'A task for you',
  opened_to_you: 'A restricted incident was opened to you',
  alarm: 'An alarm on your pair',
  snooze_returned: 'Your snooze returned',
  commented: 'A comment on what you follow',
  moved: 'A decision on what you follow',
} as const;
export type NotificationKind = keyof typeof notificationKind;

export const mailTiming = {
  at_once: 'At once',
  daily: 'Once a day',
  off: 'Never',
} as const;
export type MailTiming = keyof typeof mailTiming;

export const mailState = {
  waiting: 'Waiting',
  sent: 'Sent',
  withheld: 'Withheld',
  dead: 'Given up',
} as const;
export type MailState = keyof typeof mailState;

/** What somebody gets who has not said otherwise. */
export const usualTiming: Record<NotificationKind, MailTiming> = {
  mentioned: 'at_once',
  assigned: 'at_once',
  task_assigned: 'at_once',
  opened_to_you: 'at_once',
  alarm: 'at_once',
  snooze_returned: 'daily',
  commented: 'daily',
  moved: 'daily',
};
