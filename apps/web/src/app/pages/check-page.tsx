import { useNavigate, useRouteContext } from '@tanstack/react-router';
import { CheckHelp } from '../../features/check/check-help.js';
import { CheckScreen } from '../../features/check/check-screen.js';
import { LogCheck } from '../../features/check/log/log-check.js';
import { nothingPasted } from '../../features/check/pasted.js';
import { ShareButtons } from '../../features/check/share/share-buttons.js';
import { usePasted } from '../../features/check/use-pasted.js';
import { useSession } from '../../features/people/people-queries.js';
import { ButtonLink } from '../../ui/button-link.js';
import { useKeyListener } from '../../ui/commands/key-listener.js';
import { Page } from '../../ui/page.js';
import { ToastStack } from '../../ui/toast/toast-stack.js';
import { toast } from '../../ui/toast/toasts.js';
import { Wordmark } from '../../ui/wordmark.js';
import { usePermissions } from '../use-permissions.js';
import styles from './check-page.module.css';

/** Quick check: paste two columns and be told when the metric stopped meaning what was meant. */
export function CheckPage() {
  const { workspace } = useRouteContext({ from: '/check' });
  return workspace ? <MembersCheck slug={workspace} /> : <StrangersCheck />;
}

/** Where somebody logs, and why they may not. */
interface Member {
  slug: string;
  name: string;
  whyNot: string | null;
}

function MembersCheck({ slug }: { slug: string }) {
  const { whyNotAdd } = usePermissions();
  const memberships = useSession().data?.memberships;
  const name = memberships?.find((one) => one.slug === slug)?.name ?? slug;
  return (
    <Page title="Quick check" flush actions={<CheckHelp />}>
      <Check member={{ slug, name, whyNot: whyNotAdd }} />
    </Page>
  );
}

/** Without a session there is no shell: a bar, and the work. */
function StrangersCheck() {
  useKeyListener();
  return (
    <div className={styles.alone}>
      <header className={styles.bar}>
        <Wordmark />
        <h1 className={styles.title}>Quick check</h1>
        <div className={styles.end}>
          <CheckHelp />
          <ButtonLink to="/sign-in" search={{ return: '/check' }}>
            Sign in
          </ButtonLink>
        </div>
      </header>
      <main className={styles.work}>
        <Check />
      </main>
      <ToastStack />
    </div>
  );
}

/** @param member left out where nobody is signed in */
function Check({ member = null }: { member?: Member | null }) {
  const { pasted, setPasted, fragment, brokenLink, opening } = usePasted();
  const navigate = useNavigate();
  if (opening) return null;
  const done = ({ incident }: { incident: { key: string } }): void => {
    setPasted(nothingPasted);
    toast(`${incident.key} is logged, with its series. It waits in triage.`);
    const params = { workspace: member!.slug, key: incident.key };
    void navigate({ to: '/w/$workspace/incidents/$key', params });
  };
  return (
    <CheckScreen
      pasted={pasted}
      onPasted={setPasted}
      brokenLink={brokenLink}
      acts={(outcome) => (
        <LogCheck
          checked={outcome.checked}
          rows={outcome.rows}
          workspace={member}
          whyNot={member?.whyNot ?? null}
          onLogged={done}
          onSignIn={() => void navigate({ to: '/sign-in', search: { return: '/check' } })}
        >
          <ShareButtons {...outcome} fragment={fragment} />
        </LogCheck>
      )}
    />
  );
}
