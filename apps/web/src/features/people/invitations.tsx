import { workspaceRole } from '@plumbline/shared/taxonomy/values';
import { useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { dayOf } from '../../ui/time-words.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import styles from './settings.module.css';
import { invitationsQuery, usePeopleActs } from './workspace-queries.js';

/** The doors that are open: whom, as what, until when. */
export function Invitations({ workspace }: { workspace: string }) {
  const invitations = useQuery(invitationsQuery(workspace));
  const { revoke } = usePeopleActs(workspace);
  return (
    <Section title="Invitations">
      <QueryView of={invitations}>
        {({ items }) =>
          items.length === 0 ? (
            <p>Nobody is invited at the moment.</p>
          ) : (
            items.map(({ id, email, role, expiresAt }) => (
              <div key={id} className={styles.line}>
                <span>
                  {email}, {workspaceRole[role].toLowerCase()}, until {dayOf(expiresAt)}
                </span>
                <Button
                  variant="bare"
                  onClick={() =>
                    revoke.mutate(id, {
                      onSuccess: () => toast(`The invitation of ${email} is withdrawn.`),
                      onError: toastFailure,
                    })
                  }
                >
                  Withdraw<span className="visually-hidden"> the invitation of {email}</span>
                </Button>
              </div>
            ))
          )
        }
      </QueryView>
    </Section>
  );
}
