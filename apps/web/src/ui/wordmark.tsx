import styles from './wordmark.module.css';

/** The bob on its string, and the name. */
export function Wordmark({ nameless = false }: { nameless?: boolean }) {
  return (
    <span className={styles.wordmark}>
      <svg width="12" height="20" viewBox="0 0 12 20" aria-hidden="true" focusable="false">
        <path d="M1 1.5h10M6 1.5v12" stroke="var(--brass)" strokeWidth="1.5" fill="none" />
        <path d="M2.600 12h6.800L6 19.500z" fill="var(--brass)" />
      </svg>
      {nameless ? <span className="visually-hidden">Plumbline</span> : 'Plumbline'}
    </span>
  );
}
