import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { setSingleKeys, useSingleKeys } from '../../ui/commands/single-keys.js';
import { TextField } from '../../ui/field.js';
import { PasswordField } from '../../ui/password-field.js';
import { QueryView } from '../../ui/query-view.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { Section } from '../../ui/section.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { passwordProblem, writeSomething } from './credential-checks.js';
import styles from './settings.module.css';
import { sessionsQuery, useAccountActs } from './workspace-queries.js';

/** One's own name, password, and the browsers one is signed in with. */
export function Account({ name }: { name: string }) {
  return (
    <>
      <Name name={name} />
      <Keys />
      <Password />
      <Sessions />
    </>
  );
}

function Name({ name }: { name: string }) {
  const { rename } = useAccountActs();
  const [draft, setDraft] = useState(name);
  const why = writeSomething(draft) ?? (draft.trim() === name ? 'It is already so.' : null);
  return (
    <Section title="Your name">
      <form
        className={styles.inline}
        onSubmit={(event) => {
          event.preventDefault();
          if (!why) rename.mutate(draft, { onSuccess: () => toast('Saved.'), onError: toastFailure });
        }}
      >
        <TextField label="As others see it" value={draft} onChange={setDraft} />
        <Button type="submit" pending={rename.isPending} disabledReason={why}>
          Save
        </Button>
      </form>
    </Section>
  );
}

function Keys() {
  const on = useSingleKeys();
  return (
    <Section title="Keys">
      <Switch
        checked={on}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        label="Single-letter keys"
        description="Switch them off if they get in the way of speech input. In this browser."
      />
    </Section>
  );
}

function Password() {
  const { changePassword } = useAccountActs();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const why = current ? passwordProblem(next) : 'Write your present password first.';
  const submit = (): void =>
    changePassword.mutate(
      { currentPassword: current, newPassword: next },
      {
        onSuccess: () => {
          setCurrent('');
          setNext('');
          toast('Your password is changed. Your other browsers are signed out.');
        },
      },
    );
  return (
    <Section title="Password">
      <form
        className={`${styles.form} ${styles.narrow}`}
        onSubmit={(event) => {
          event.preventDefault();
          if (!why) submit();
        }}
      >
        <PasswordField
          label="Present password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
        />
        <PasswordField
          label="New password"
          autoComplete="new-password"
          value={next}
          onChange={setNext}
          check={passwordProblem}
        />
        {changePassword.error && <p role="alert">{changePassword.error.message}</p>}
        <div>
          <Button type="submit" pending={changePassword.isPending} disabledReason={why}>
            Change the password
          </Button>
        </div>
      </form>
    </Section>
  );
}

function Sessions() {
  const sessions = useQuery(sessionsQuery);
  const { endSession, endOthers } = useAccountActs();
  return (
    <Section
      title="Where you are signed in"
      meta={
        <Button
          variant="bare"
          onClick={() =>
            endOthers.mutate(undefined, {
              onSuccess: () => toast('Signed out everywhere but here.'),
              onError: toastFailure,
            })
          }
        >
          Sign out everywhere else
        </Button>
      }
    >
      <QueryView of={sessions}>
        {({ items }) =>
          items.map(({ id, current, userAgent, address, lastSeenAt }) => (
            <div key={id} className={styles.line}>
              <span>
                {browserOf(userAgent)} {address && `from ${address}`}, seen{' '}
                <RelativeTime at={lastSeenAt} suffix />
              </span>
              {current ? (
                <span>this one</span>
              ) : (
                <Button variant="bare" onClick={() => endSession.mutate(id, { onError: toastFailure })}>
                  Sign out
                </Button>
              )}
            </div>
          ))
        }
      </QueryView>
    </Section>
  );
}

/** `Firefox on Linux`, from what a browser says of itself; its own words where that is not to be read. */
function browserOf(userAgent: string): string {
  const browser = /(Edg|Firefox|Chrome|Safari)\//.exec(userAgent)?.[1]?.replace('Edg', 'Edge');
  const system = /(Windows|Mac OS X|Android|iPhone|iPad|Linux)/
    .exec(userAgent)?.[1]
    ?.replace('Mac OS X', 'a Mac');
  return browser ? `${browser}${system ? ` on ${system}` : ''}` : userAgent.slice(0, 60) || 'A browser';
}
