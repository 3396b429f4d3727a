import { useRouteContext } from '@tanstack/react-router';
import { CheckHelp } from '../../features/check/check-help.js';
import { CheckScreen } from '../../features/check/check-screen.js';
import { ShareButtons } from '../../features/check/share/share-buttons.js';
import { usePasted } from '../../features/check/use-pasted.js';
import { ButtonLink } from '../../ui/button-link.js';
import { useKeyListener } from '../../ui/commands/key-listener.js';
import { Page } from '../../ui/page.js';
import { ToastStack } from '../../ui/toast/toast-stack.js';
import { Wordmark } from '../../ui/wordmark.js';
import styles from './check-page.module.css';

/** Quick check: paste two columns and be told when the metric stopped meaning what was meant. */
export function CheckPage() {
  const { workspace } = useRouteContext({ from: '/check' });
  return workspace ? <MembersCheck /> : <StrangersCheck />;
}

function MembersCheck() {
  return (
    <Page title="Quick check" flush actions={<CheckHelp />}>
      <Check />
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

function Check() {
  const { pasted, setPasted, fragment, brokenLink, opening } = usePasted();
  if (opening) return null;
  return (
    <CheckScreen
      pasted={pasted}
      onPasted={setPasted}
      brokenLink={brokenLink}
      acts={(outcome) => (
        <div className={styles.acts}>
          <ShareButtons {...outcome} fragment={fragment} />
        </div>
      )}
    />
  );
}
