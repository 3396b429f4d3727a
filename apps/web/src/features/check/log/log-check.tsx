import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RunRow } from '@plumbline/shared/divergence/run/run-input';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { type Body, call, type Response } from '../../../client/call.js';
import { requestKey } from '../../../client/request-key.js';
import { Button } from '../../../ui/button.js';
import { useCommands } from '../../../ui/commands/command-registry.js';
import { TextField } from '../../../ui/field.js';
import { useKeptText } from '../../../ui/kept-text.js';
import { SuggestField } from '../../../ui/suggest-field.js';
import type { CheckedRun } from '../checked-run.js';
import styles from './log-check.module.css';
import { logRequest, mostLoggedRows } from './log-request.js';

interface Props {
  checked: CheckedRun;
  /** As they were pasted. */
  rows: readonly RunRow[];
  /** Slug and name of where it is logged; null while nobody is signed in. */
  workspace: { slug: string; name: string } | null;
  whyNot: string | null;
  onLogged: (logged: Response<'POST /checks'>) => void;
  /** Nobody is signed in: what was pasted and written is kept meanwhile. */
  onSignIn: () => void;
  /** The other things that can be done with it. */
  children: ReactNode;
}

/** One question, and the run is an incident: Enter logs it. */
export function LogCheck({ checked, rows, workspace, whyNot, onLogged, onSignIn, children }: Props) {
  const [intent, setIntent] = useKeptText('check.intent');
  const [system, setSystem] = useKeptText('check.system');
  const [names, setNames] = useState<{ proxy?: string; measure?: string }>({});
  const proxy = names.proxy ?? checked.run.proxy.name;
  const measure = names.measure ?? checked.run.intent.name;
  const intentField = useRef<HTMLInputElement>(null);
  const systemField = useRef<HTMLInputElement>(null);
  const systems = useSystems(workspace?.slug ?? null);
  const { log, pending, error } = useLogCheck(onLogged);
  useCommands([
    {
      id: 'check.log',
      label: 'Log this run',
      group: 'Quick check',
      keys: 'l',
      run: () => intentField.current?.focus(),
    },
  ]);
  // A missing system does not block: Enter leads to its field.
  const missing = whyNot ?? whyMissing(rows.length, { intent, proxy, measure });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!workspace) onSignIn();
    else if (missing || pending) return;
    else if (!system.trim()) systemField.current?.focus();
    else log(logRequest(checked, rows, { intent, system, proxy, measure }, systems));
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.ask}>
        <TextField
          ref={intentField}
          label="What should this number stand for?"
          note="the intent, in a sentence"
          value={intent}
          maxLength={4000}
          onChange={setIntent}
        />
        <div className={styles.buttons}>
          {workspace ? (
            <Button
              type="submit"
              variant="primary"
              size="large"
              keys="enter"
              pending={pending}
              disabledReason={missing}
            >
              Log this
            </Button>
          ) : (
            <Button type="submit" variant="primary" size="large">
              Sign in to log this
            </Button>
          )}
          {children}
        </div>
      </div>
      <div className={styles.names}>
        <SuggestField
          ref={systemField}
          label="System"
          note="known or new"
          data={[...new Set(systems.map(({ name }) => name))]}
          maxLength={120}
          value={system}
          onChange={setSystem}
        />
        <TextField
          label="Proxy"
          note="is called"
          maxLength={120}
          value={proxy}
          onChange={(name) => setNames({ ...names, proxy: name })}
        />
        <TextField
          label="Intent measure"
          note="is called"
          maxLength={120}
          value={measure}
          onChange={(name) => setNames({ ...names, measure: name })}
        />
      </div>
      {error && (
        <p role="alert" className={styles.refusal}>
          {error.message}
        </p>
      )}
      <p className={styles.note}>
        {workspace
          ? `Creates the system unless it is known, both metrics, a draft pair and the incident with this series attached, in ${workspace.name}.`
          : 'What you pasted and wrote is kept in this tab while you sign in.'}{' '}
        An alarm is a prompt to audit, not a verdict.
      </p>
    </form>
  );
}

function whyMissing(rows: number, fields: { intent: string; proxy: string; measure: string }): string | null {
  if (rows > mostLoggedRows) return 'At most 5,000 rows can be logged. Paste every tenth.';
  if (!fields.intent.trim()) return 'Say what the number should stand for.';
  return fields.proxy.trim() && fields.measure.trim() ? null : 'Name both columns.';
}

function useSystems(workspace: string | null): readonly { id: string; name: string }[] {
  const { data } = useQuery({
    queryKey: ['systems', workspace, 'names'],
    queryFn: ({ signal }) => call('GET /systems', { query: { limit: 100 }, workspace: workspace!, signal }),
    enabled: workspace !== null,
  });
  return data?.items ?? [];
}

/** A repeated try of the same run is the same act, so nothing is logged twice. */
function useLogCheck(onLogged: Props['onLogged']) {
  const queries = useQueryClient();
  const attempt = useRef<{ words: string; key: string } | null>(null);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (body: Body<'POST /checks'>) => {
      const words = JSON.stringify(body);
      if (attempt.current?.words !== words) attempt.current = { words, key: requestKey() };
      return call('POST /checks', { body, idempotencyKey: attempt.current.key });
    },
    onSuccess: (logged) => {
      for (const queryKey of [['incidents'], ['systems'], ['metrics'], ['pairs']])
        void queries.invalidateQueries({ queryKey });
      onLogged(logged);
    },
  });
  return { log: mutate, pending: isPending, error };
}
