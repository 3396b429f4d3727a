import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { EntranceForm } from '../../ui/entrance.js';
import { TextField } from '../../ui/field.js';
import { PasswordField } from '../../ui/password-field.js';
import { emailProblem, passwordProblem, writeSomething } from './credential-checks.js';
import { type FirstRun, useSetUp } from './people-queries.js';

/** The steps of a first run, in order. */
export const setupSteps = ['administrator', 'workspace', 'example'] as const;

interface Props {
  step: number;
  onStep: (step: number) => void;
  /** Off loopback the log's setup code is asked for too. */
  needsCode: boolean;
  onDone: (workspace: string) => void;
}

/** Three short steps: who administers, what the workspace is called, whether the example story comes along. */
export function SetupForm({ step, onStep, needsCode, onDone }: Props) {
  const [draft, setDraft] = useState<FirstRun>({
    name: '',
    email: '',
    password: '',
    workspaceName: '',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    exampleStory: true,
  });
  const setUp = useSetUp();
  const set = (part: Partial<FirstRun>): void => setDraft((before) => ({ ...before, ...part }));
  const fits = [
    !writeSomething(draft.name) &&
      !emailProblem(draft.email) &&
      !passwordProblem(draft.password) &&
      (!needsCode || Boolean(draft.setupCode)),
    !writeSomething(draft.workspaceName),
    true,
  ][step];
  const last = step === setupSteps.length - 1;
  const next = (): void => {
    if (!fits || setUp.isPending) return;
    if (!last) return onStep(step + 1);
    setUp.mutate(draft, { onSuccess: ({ memberships }) => onDone(memberships[0]!.slug) });
  };
  const fields = { draft, set, needsCode };
  return (
    <EntranceForm
      step={setupSteps[step]}
      onSubmit={next}
      refusal={setUp.error?.message}
      actions={
        <>
          <Button
            type="submit"
            variant="primary"
            size="large"
            keys="enter"
            pending={setUp.isPending}
            disabledReason={fits ? null : 'Fill in the fields above first.'}
          >
            {last ? 'Open Plumbline' : 'Continue'}
          </Button>
          {step > 0 && (
            <Button variant="bare" size="large" onClick={() => onStep(step - 1)}>
              Back
            </Button>
          )}
        </>
      }
    >
      {step === 0 && <AdministratorFields {...fields} />}
      {step === 1 && <WorkspaceFields {...fields} />}
      {step === 2 && <ExampleFields {...fields} />}
    </EntranceForm>
  );
}

interface FieldsProps {
  draft: FirstRun;
  set: (part: Partial<FirstRun>) => void;
  needsCode: boolean;
}

function AdministratorFields({ draft, set, needsCode }: FieldsProps) {
  return (
    <>
      {needsCode && (
        <TextField
          label="Setup code"
          hint="It is printed in the log of the program that serves this page."
          autoComplete="off"
          value={draft.setupCode ?? ''}
          onChange={(setupCode) => set({ setupCode })}
        />
      )}
      <TextField
        label="Your name"
        autoComplete="name"
        value={draft.name}
        onChange={(name) => set({ name })}
        check={writeSomething}
      />
      <TextField
        label="E-mail"
        type="email"
        autoComplete="username"
        hint="To sign in with. Nothing is sent to it."
        value={draft.email}
        onChange={(email) => set({ email })}
        check={emailProblem}
      />
      <PasswordField
        label="Password"
        autoComplete="new-password"
        hint="At least 10 characters; a sentence is easier to keep than a riddle."
        value={draft.password}
        onChange={(password) => set({ password })}
        check={passwordProblem}
      />
    </>
  );
}

function WorkspaceFields({ draft, set }: FieldsProps) {
  return (
    <TextField
      label="Name of the workspace"
      hint="A team or a company. Everything in it is seen by its members alone."
      placeholder="Feed quality"
      value={draft.workspaceName}
      onChange={(workspaceName) => set({ workspaceName })}
      check={writeSomething}
    />
  );
}

function ExampleFields({ draft, set }: FieldsProps) {
  return (
    <Checkbox
      label="Bring the example story along"
      description="Five AI systems and over twenty incidents with their metrics, marked as example. One click removes it again."
      checked={draft.exampleStory}
      onChange={(event) => set({ exampleStory: event.currentTarget.checked })}
    />
  );
}
