import { mailState } from '@plumbline/shared/taxonomy/values/notification';
import { useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button.js';
import { DataTable } from '../../ui/data-table.js';
import { QueryView } from '../../ui/query-view.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { Section } from '../../ui/section.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { type MailDelivery, mailDeliveriesQuery, useNotifications } from './notification-queries.js';
import styles from './notifications.module.css';

/** Mails on their way, sent, and given up: for administrators. */
export function MailDeliveries({ workspace }: { workspace: string }) {
  const deliveries = useQuery(mailDeliveriesQuery(workspace));
  return (
    <Section title="Mail">
      <QueryView of={deliveries}>
        {({ items, configured, from }) => (
          <>
            <p className={styles.quiet}>
              {configured
                ? `Sent as ${from}. What cannot be delivered is tried for two days.`
                : 'No mail is sent from here. Set SMTP_URL (smtp://user:password@host:587) and MAIL_FROM, and start again.'}
            </p>
            {items.length > 0 && <Deliveries workspace={workspace} items={items} />}
          </>
        )}
      </QueryView>
    </Section>
  );
}

function Deliveries({ workspace, items }: { workspace: string; items: readonly MailDelivery[] }) {
  const { retryMail } = useNotifications(workspace);
  const retry = (id: string): void =>
    retryMail.mutate(id, { onSuccess: () => toast('It is tried again.'), onError: toastFailure });
  return (
    <DataTable
      label="Mails"
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        { id: 'to', head: 'To', phone: 'first', cell: ({ to }) => to },
        {
          id: 'kind',
          head: 'What',
          width: '96px',
          cell: ({ kind }) => (kind === 'digest' ? 'Digest' : 'At once'),
        },
        { id: 'state', head: 'State', width: '96px', cell: ({ state }) => mailState[state] },
        { id: 'tries', head: 'Tries', width: '64px', numeric: true, cell: ({ attempts }) => attempts },
        {
          id: 'written',
          head: 'Written',
          width: '96px',
          cell: ({ createdAt }) => <RelativeTime at={createdAt} suffix />,
        },
        {
          id: 'said',
          head: 'What the server said',
          cell: ({ lastError }) => lastError || <span className={styles.quiet}>nothing</span>,
        },
        {
          id: 'again',
          head: <span className="visually-hidden">Again</span>,
          width: '104px',
          cell: ({ id, state }) =>
            state === 'dead' && (
              <Button variant="bare" onClick={() => retry(id)}>
                Try again
              </Button>
            ),
        },
      ]}
    />
  );
}
