import styles from './stepper.module.css';

export interface Step {
  id: string;
  label: string;
  /** When it was reached: `7 Oct`. */
  at?: string | null;
}

/** Where a record stands in its life; the bob hangs at the current step. */
export function Stepper({
  label,
  steps,
  current,
}: {
  label: string;
  steps: readonly Step[];
  current: string | null;
}) {
  const position = steps.findIndex((step) => step.id === current);
  return (
    <ol className={styles.stepper} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.id}
          className={styles.step}
          data-past={index < position || undefined}
          aria-current={index === position ? 'step' : undefined}
        >
          {index === position ? (
            <svg width="10" height="11" viewBox="0 0 10 11" aria-hidden="true" focusable="false">
              <path d="M0 .5h10L5 11z" fill="var(--brass)" />
            </svg>
          ) : (
            <span className={styles.dot} />
          )}
          <span className={styles.words}>
            {step.label} {step.at && <span className={styles.at}>{step.at}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
