import { Link, useSearch } from '@tanstack/react-router';
import { SignInForm } from '../../features/people/sign-in-form.js';
import { Entrance } from '../../ui/entrance.js';
import styles from './sign-in-page.module.css';

/** Signing in leads back to where one wanted to go. */
export function SignInPage() {
  const { return: back } = useSearch({ strict: false }) as { return?: string };
  return (
    <Entrance title="Sign in" lead="Plumbline shows how far an AI system leans from what its people meant.">
      {/* A fresh page, so that nothing of whoever sat here before is left in memory. */}
      <SignInForm onSignedIn={() => location.assign(back ?? '/')} />
      <p className={styles.instead}>
        No account? <Link to="/check">Try it with two columns</Link>: when did your metric stop meaning what
        you meant?
      </p>
    </Entrance>
  );
}
