import type { Severity } from '@plumbline/shared/taxonomy/values/incident';
import type { IncidentNow, Payload } from './telling-request.js';

const severities: Record<Severity, string> = {
  sev1: 'critical',
  sev2: 'error',
  sev3: 'warning',
  sev4: 'info',
};

/** An event of PagerDuty's Events API v2: what is open here is open there, under a key of ours. */
export function pagerdutyEvent(
  { type, timestamp, data }: Payload,
  incident: IncidentNow | null,
  routingKey: string,
): object {
  const summary = incident ? `${data.key}: ${incident.title}` : 'A test from Plumbline';
  return {
    routing_key: routingKey,
    event_action: incident ? actionOf(type, incident.stage) : 'trigger',
    dedup_key: `plumbline/${data.workspace}/${data.key ?? 'test'}`,
    client: 'Plumbline',
    client_url: data.url,
    links: [{ href: data.url, text: data.key ?? 'Plumbline' }],
    payload: {
      summary: summary.slice(0, 1024),
      source: `plumbline/${data.workspace}`,
      severity: incident ? severities[incident.severity ?? 'sev3'] : 'info',
      timestamp,
      custom_details: { event: type, plumbline_incident: data.plumbline_incident },
    },
  };
}

const over: readonly string[] = ['declined', 'duplicate', 'resolved', 'closed'];

/** Whoever took it up there need not be called again; what is over here is over there. */
function actionOf(type: string, stage: string): 'trigger' | 'acknowledge' | 'resolve' {
  if (over.includes(stage)) return 'resolve';
  return type === 'incident.triaged' || type === 'incident.moved' ? 'acknowledge' : 'trigger';
}
