import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { EntranceForm } from '../../ui/entrance.js';
import { TextField } from '../../ui/field.js';
import { PasswordField } from '../../ui/password-field.js';
import { useSignIn } from './people-queries.js';

/** E-mail and password. @param onSignedIn called once the session exists */
export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const submit = (): void => {
    if (signIn.isPending) return;
    signIn.mutate({ email, password }, { onSuccess: onSignedIn });
  };
  return (
    <EntranceForm
      onSubmit={submit}
      refusal={signIn.error?.message}
      actions={
        <Button type="submit" variant="primary" size="large" keys="enter" pending={signIn.isPending}>
          Sign in
        </Button>
      }
    >
      <TextField
        label="E-mail"
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
    </EntranceForm>
  );
}
