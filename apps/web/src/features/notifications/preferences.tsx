import { Checkbox } from '@mantine/core';
import { mailTiming, notificationKind } from '@plumbline/shared/taxonomy/values/notification';
import { useQuery } from '@tanstack/react-query';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { Segmented } from '../../ui/segmented.js';
import { Skeleton } from '../../ui/states.js';
import { toastFailure } from '../../ui/toast/toasts.js';
import { type Preference, preferencesQuery, useNotifications } from './notification-queries.js';
import styles from './notifications.module.css';

const timings = (Object.keys(mailTiming) as Preference['mail'][]).map((value) => ({
  value,
  label: mailTiming[value],
}));

/** How the reader wants to be told, reason by reason. */
export function Preferences({ workspace }: { workspace: string }) {
  const preferences = useQuery(preferencesQuery(workspace));
  const { prefer } = useNotifications(workspace);
  const change = (one: Preference, more: Partial<Preference>): void =>
    prefer.mutate({ ...one, ...more }, { onError: toastFailure });
  return (
    <Section title="How you are told">
      <QueryView of={preferences} skeleton={<Skeleton rows={8} height={44} />}>
        {({ items, mailTo }) => (
          <div className={styles.wishes}>
            <p className={styles.quiet}>
              {mailTo
                ? `Mail goes to ${mailTo}: at once, or in a digest at 8 in the morning of the workspace.`
                : 'This installation sends no mail: whoever runs it sets SMTP_URL and MAIL_FROM. What you choose is kept until then.'}
            </p>
            <p className={styles.heads} aria-hidden="true">
              <span>Why</span>
              <span>In the app</span>
              <span>By mail</span>
            </p>
            {items.map((one) => (
              <div key={one.kind} className={styles.wish}>
                <span>{notificationKind[one.kind]}</span>
                <span className={styles.inApp}>
                  <span className={styles.inAppWord} aria-hidden="true">
                    In the app
                  </span>
                  <Checkbox
                    aria-label={`In the app: ${notificationKind[one.kind]}`}
                    checked={one.inApp}
                    onChange={(event) => change(one, { inApp: event.currentTarget.checked })}
                  />
                </span>
                <Segmented
                  label={`Mail: ${notificationKind[one.kind]}`}
                  options={timings}
                  value={one.mail}
                  onChange={(mail) => change(one, { mail: mail as Preference['mail'] })}
                />
              </div>
            ))}
          </div>
        )}
      </QueryView>
    </Section>
  );
}
