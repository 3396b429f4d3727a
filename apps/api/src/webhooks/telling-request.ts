import type { Severity } from '@plumbline/shared/taxonomy/values/incident';
import type { WebhookKind } from '@plumbline/shared/taxonomy/values/webhook';
import { Webhook as Signer } from 'standardwebhooks';
import { pagerdutyEvent } from './pagerduty-event.js';
import { slackMessage } from './slack-message.js';

/** What every telling says, whoever reads it: which incident, not what stands in it. */
export interface Payload {
  type: string;
  timestamp: string;
  data: {
    workspace: string;
    /** Null for a test. */
    key: string | null;
    version: number | null;
    url: string;
    /** Our incident, by the name under which it is recognised when it comes back. */
    plumbline_incident: string | null;
  };
}

/** What of an incident may be told to people and on-call tools, as it stands when it is sent. */
export interface IncidentNow {
  title: string;
  severity: Severity | null;
  stage: string;
}

export interface TellingRequest {
  headers: Record<string, string>;
  body: string;
}

interface Telling {
  id: string;
  kind: WebhookKind;
  secrets: readonly string[];
  payload: Payload;
  incident: IncidentNow | null;
}

/** The request that tells one thing, in the words of the receiver. */
export function requestOf({ id, kind, secrets, payload, incident }: Telling, now: Date): TellingRequest {
  const headers = { 'content-type': 'application/json', 'user-agent': 'Plumbline-Webhooks/1' };
  if (kind === 'slack') return { headers, body: JSON.stringify(slackMessage(payload, incident)) };
  if (kind === 'pagerduty')
    return { headers, body: JSON.stringify(pagerdutyEvent(payload, incident, secrets[0]!)) };
  const body = JSON.stringify(payload);
  return { headers: { ...headers, ...signed(id, secrets, body, now) }, body };
}

/** Standard Webhooks: one signature for each secret in force. */
function signed(id: string, secrets: readonly string[], body: string, now: Date): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Signer(secret).sign(id, now, body)).join(' '),
  };
}
