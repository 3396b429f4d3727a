import { useSearch } from '@tanstack/react-router';
import { SignInForm } from '../../features/people/sign-in-form.js';
import { Entrance } from '../../ui/entrance.js';

/** Signing in leads back to where one wanted to go. */
export function SignInPage() {
  const { return: back } = useSearch({ strict: false }) as { return?: string };
  return (
    <Entrance title="Sign in" lead="Plumbline shows how far an AI system leans from what its people meant.">
      {/* A fresh page, so that nothing of whoever sat here before is left in memory. */}
      <SignInForm onSignedIn={() => location.assign(back ?? '/')} />
    </Entrance>
  );
}
