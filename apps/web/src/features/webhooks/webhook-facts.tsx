import { severity } from '@plumbline/shared/taxonomy/values/incident';
import { webhookEvent, webhookKind } from '@plumbline/shared/taxonomy/values/webhook';
import { useQuery } from '@tanstack/react-query';
import { systemsAndTeamsQuery } from '../../client/systems-and-teams.js';
import { Fact, Facts } from '../../ui/facts.js';
import { RelativeTime } from '../../ui/relative-time.js';
import type { Webhook } from './webhooks-queries.js';
import { webhookState } from './webhooks.js';
import styles from './webhooks.module.css';

/** What is set for a webhook. */
export function WebhookFacts({ workspace, webhook }: { workspace: string; webhook: Webhook }) {
  const { data } = useQuery(systemsAndTeamsQuery(workspace));
  const names = (ids: readonly string[], things: readonly { id: string; name: string }[] = []) =>
    things
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(', ');
  const { events, severities, systemIds, teamIds, disabledBecause } = webhook;
  return (
    <Facts>
      <Fact label="State">{disabledBecause ? `off: ${disabledBecause}` : webhookState(webhook)}</Fact>
      <Fact label="Kind">{webhookKind[webhook.kind]}</Fact>
      <Fact label="Address">
        <span className={styles.secret}>{webhook.url}</span>
      </Fact>
      <Fact label="Told when">
        {events.length === 0 ? 'anything happens' : events.map((event) => webhookEvent[event]).join('; ')}
      </Fact>
      <Fact label="Severity">
        {severities.length === 0 ? 'any' : severities.map((each) => severity[each]).join(', ')}
      </Fact>
      <Fact label="Systems">{systemIds.length === 0 ? 'all' : names(systemIds, data?.systems)}</Fact>
      <Fact label="Teams">{teamIds.length === 0 ? 'all' : names(teamIds, data?.teams)}</Fact>
      <Fact label="Last delivered">
        {webhook.lastDeliveredAt ? <RelativeTime at={webhook.lastDeliveredAt} suffix /> : 'nothing yet'}
      </Fact>
    </Facts>
  );
}
