import { severity } from '@plumbline/shared/taxonomy/values/incident';
import { webhookEvent, type WebhookEvent } from '@plumbline/shared/taxonomy/values/webhook';
import type { IncidentNow, Payload } from './telling-request.js';

/** A message of an incoming webhook of Slack: one line for notifications, one block to look at. */
export function slackMessage({ type, data }: Payload, incident: IncidentNow | null): object {
  const what = Object.hasOwn(webhookEvent, type)
    ? webhookEvent[type as WebhookEvent]
    : 'A test from Plumbline';
  const title = incident ? `${data.key}: ${incident.title}` : what;
  const facts =
    incident && [incident.severity && severity[incident.severity], incident.stage].filter(Boolean);
  return {
    text: escaped(title),
    blocks: [
      {
        type: 'section',
        text: { type: 'mrkdwn', text: `*<${data.url}|${escaped(title)}>*\n${escaped(what)}` },
      },
      ...(facts
        ? [{ type: 'context', elements: [{ type: 'mrkdwn', text: escaped(facts.join(' · ')) }] }]
        : []),
    ],
  };
}

/** Slack's own letters: nothing in a title makes a link or calls everybody. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('|', '¦');
}
