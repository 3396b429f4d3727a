import type { Notification } from '@plumbline/shared/contract/notification';
import { moves } from '@plumbline/shared/incident/lifecycle';
import { notificationKind } from '@plumbline/shared/taxonomy/values/notification';

/** Where a mail's links lead, and what stands at its foot. */
export interface MailFrame {
  publicUrl: string;
  workspace: { slug: string; name: string };
  unsubscribeUrl: string;
}

/** What a mail says, in plain text and in simple HTML. */
export interface MailWords {
  subject: string;
  text: string;
  html: string;
}

/** One notification in a line: `Jonas Lindqvist mentioned you in INC-158: Support chat agrees`. */
export function lineOf({ kind, by, verb, incident, task }: Notification): string {
  const about = incident ? `${incident.key}: ${incident.title}` : (task?.title ?? '');
  const move = moves[verb.split('.')[1] as 'accept']?.label.toLowerCase() ?? 'moved';
  const said: Record<Notification['kind'], string> = {
    mentioned: `${by} mentioned you in ${about}`,
    assigned: `${by} made you the owner of ${about}`,
    task_assigned: task
      ? `${by} gave you a task: ${task.title}${incident ? ` (${incident.key})` : ''}`
      : about,
    opened_to_you: `${by} opened a restricted incident to you: ${about}`,
    alarm: `An alarm on your pair: ${about}`,
    snooze_returned: `Back from its snooze: ${about}`,
    commented: `${by} commented on ${about}`,
    moved: `${by} decided (${move}) about ${about}`,
  };
  return said[kind];
}

/** Writes the mail about one notification, or the digest of several. */
export function mailWords(items: readonly Notification[], digest: boolean, frame: MailFrame): MailWords {
  const [first] = items as [Notification, ...Notification[]];
  const subject = digest
    ? `${items.length === 1 ? '1 thing' : `${items.length} things`} for you in ${frame.workspace.name}`
    : lineOf(first);
  const foot = `You get this mail from ${frame.workspace.name} on Plumbline: ${digest ? 'your daily digest' : notificationKind[first.kind].toLowerCase()}.`;
  const settings = `${frame.publicUrl}/w/${frame.workspace.slug}/settings/notifications`;
  const text = [
    ...items.map((one) =>
      [lineOf(one), ...(one.words ? [quoted(one.words)] : []), addressOf(one, frame)].join('\n'),
    ),
    `--\n${foot}\nHow you are told: ${settings}\nNo more of these: ${frame.unsubscribeUrl}`,
  ].join('\n\n');
  const html = [
    ...items.map(
      (one) =>
        `<p><a href="${escaped(addressOf(one, frame))}">${escaped(lineOf(one))}</a></p>` +
        (one.words ? `<blockquote>${escaped(one.words)}</blockquote>` : ''),
    ),
    `<hr><p><small>${escaped(foot)} <a href="${escaped(settings)}">How you are told</a>, ` +
      `<a href="${escaped(frame.unsubscribeUrl)}">no more of these</a>.</small></p>`,
  ].join('\n');
  return { subject: subject.replace(/\s+/g, ' ').slice(0, 180), text, html };
}

function addressOf({ incident }: Notification, { publicUrl, workspace }: MailFrame): string {
  const home = `${publicUrl}/w/${workspace.slug}`;
  return incident ? `${home}/incidents/${incident.key}` : `${home}/tasks`;
}

const quoted = (words: string): string => words.replace(/^/gm, '> ');

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
