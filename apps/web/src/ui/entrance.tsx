import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import styles from './entrance.module.css';
import { Wordmark } from './wordmark.js';

interface Props {
  /** The h1, and the window's title. */
  title: string;
  lead?: ReactNode;
  /** `Step 1 of 3`, above the title. */
  steps?: string;
  /** At the end of the top bar. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A page before the shell: sign-in, first run, invitation. One narrow column. */
export function Entrance({ title, lead, steps, aside, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Plumbline`;
  }, [title]);
  return (
    <div className={styles.entrance}>
      <header className={styles.head}>
        <Wordmark />
        {aside}
      </header>
      <main className={styles.body}>
        {steps && <p className={styles.steps}>{steps}</p>}
        <h1 className={styles.title}>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </main>
    </div>
  );
}

interface FormProps {
  /** The first field takes the focus whenever this changes: the name of the step. */
  step?: string;
  onSubmit: () => void;
  /** What the server said against it. */
  refusal?: string | null;
  /** The buttons, the primary first. */
  actions: ReactNode;
  children: ReactNode;
}

/** Fields under each other, a refusal in words, the buttons. Enter submits. */
export function EntranceForm({ step, onSubmit, refusal, actions, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), [step]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      {children}
      {refusal && (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
      <div className={styles.actions}>{actions}</div>
    </form>
  );
}
