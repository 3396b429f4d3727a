import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Body, call, type Response } from '../../client/call.js';
import { Button } from '../../ui/button.js';
import { EntranceForm } from '../../ui/entrance.js';
import { TextField } from '../../ui/field.js';
import { PasswordField } from '../../ui/password-field.js';
import { passwordProblem, writeSomething } from './credential-checks.js';

interface Props {
  token: string;
  offer: Response<'GET /invitation/:token'>;
  onAccepted: (slug: string) => void;
}

/** Joins a workspace: a new person gives a name and a password, a known one their password. */
export function AcceptForm({ token, offer, onAccepted }: Props) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const accept = useMutation({
    mutationFn: (body: Body<'POST /invitation/:token/accept'>) =>
      call('POST /invitation/:token/accept', { params: { token }, body }),
    onSuccess: ({ memberships }) => {
      const joined = memberships.find((one) => one.name === offer.workspaceName) ?? memberships[0]!;
      onAccepted(joined.slug);
    },
  });
  const why = offer.hasAccount ? null : (writeSomething(name) ?? passwordProblem(password));
  const submit = (): void => {
    if (why || accept.isPending) return;
    accept.mutate(offer.hasAccount ? (password ? { password } : {}) : { name, newPassword: password });
  };
  return (
    <EntranceForm
      onSubmit={submit}
      refusal={accept.error?.message}
      actions={
        <Button
          type="submit"
          variant="primary"
          size="large"
          keys="enter"
          pending={accept.isPending}
          disabledReason={why}
        >
          Join {offer.workspaceName}
        </Button>
      }
    >
      {!offer.hasAccount && (
        <TextField
          label="Your name"
          autoComplete="name"
          value={name}
          onChange={setName}
          check={writeSomething}
        />
      )}
      <PasswordField
        label="Password"
        autoComplete={offer.hasAccount ? 'current-password' : 'new-password'}
        hint={
          offer.hasAccount
            ? 'You have an account here. Leave it empty where you are signed in already.'
            : 'At least 10 characters.'
        }
        value={password}
        onChange={setPassword}
        check={offer.hasAccount ? undefined : passwordProblem}
      />
    </EntranceForm>
  );
}
