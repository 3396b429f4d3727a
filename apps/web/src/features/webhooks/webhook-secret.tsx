import { useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button.js';
import { CopyButton } from '../../ui/copy-button.js';
import { Section } from '../../ui/section.js';
import { toastFailure } from '../../ui/toast/toasts.js';
import { newSecretQuery, useRotateSecret, type Webhook } from './webhooks-queries.js';
import styles from './webhooks.module.css';

/** What requests are signed with: shown once, and made anew without a gap. */
export function WebhookSecret({ webhook }: { webhook: Webhook }) {
  const { data: secret } = useQuery(newSecretQuery(webhook.id));
  const rotate = useRotateSecret(webhook.id);
  return (
    <Section
      title="Secret"
      meta={
        secret ? (
          <CopyButton variant="primary" text={secret}>
            Copy
          </CopyButton>
        ) : null
      }
    >
      {secret && (
        <p>
          <code className={styles.secret}>{secret}</code>
        </p>
      )}
      <p>
        {secret
          ? 'It is shown now and never again. The receiver checks with it that we sent what it gets.'
          : 'It was shown when it was made. The receiver checks with it that we sent what it gets.'}
      </p>
      <p className={styles.line}>
        <Button
          pending={rotate.isPending}
          onClick={() => rotate.mutate(undefined, { onError: toastFailure })}
        >
          Make another secret
        </Button>
        <span className={styles.quiet}>
          {webhook.secrets > 1
            ? 'Two sign every request now; the older one goes at the next change.'
            : 'The one before goes on signing beside it, so that the receiver can change without a gap.'}
        </span>
      </p>
    </Section>
  );
}
