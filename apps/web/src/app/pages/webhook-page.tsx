import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Tellings } from '../../features/webhooks/tellings.js';
import { WebhookFacts } from '../../features/webhooks/webhook-facts.js';
import { WebhookMoves } from '../../features/webhooks/webhook-moves.js';
import { WebhookSecret } from '../../features/webhooks/webhook-secret.js';
import { webhookQuery } from '../../features/webhooks/webhooks-queries.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { useWorkspaceSlug } from '../shell/use-workspace-slug.js';

/** One webhook: its secret, and what it was told. */
export function WebhookPage() {
  const workspace = useWorkspaceSlug();
  const navigate = useNavigate();
  const { webhook: id } = useParams({ from: '/w/$workspace/settings/webhooks/$webhook' });
  const webhook = useQuery(webhookQuery(workspace, id));
  if (!webhook.data) {
    return (
      <Page title="Webhook">
        <QueryView of={webhook} whoCanGrant="Webhooks are for administrators.">
          {() => null}
        </QueryView>
      </Page>
    );
  }
  const { data } = webhook;
  const back = { to: '/w/$workspace/settings/$part', params: { workspace, part: 'webhooks' } } as const;
  return (
    <Page
      title={
        <>
          <Link {...back}>Webhooks</Link> / {data.name}
        </>
      }
      windowTitle={data.name}
      meta={data.enabled ? null : 'off'}
      actions={<WebhookMoves workspace={workspace} webhook={data} onRemoved={() => void navigate(back)} />}
      side={<WebhookFacts workspace={workspace} webhook={data} />}
    >
      {data.kind === 'standard' && <WebhookSecret webhook={data} />}
      <Tellings workspace={workspace} webhook={data} />
    </Page>
  );
}
