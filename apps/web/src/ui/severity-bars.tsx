import styles from './severity-bars.module.css';

export type SeverityLevel = 'sev1' | 'sev2' | 'sev3' | 'sev4';

const lit: Record<SeverityLevel, number> = { sev1: 4, sev2: 3, sev3: 2, sev4: 1 };

/** How bad: four rising bars and the word. Only sev1 and sev2 are red. */
export function SeverityBars({ level, wordless = false }: { level: SeverityLevel; wordless?: boolean }) {
  return (
    <span className={`${styles.severity} ${styles[level]}`}>
      <svg width="13" height="12" viewBox="0 0 13 12" aria-hidden="true" focusable="false">
        {[0, 1, 2, 3].map((bar) => (
          <rect
            key={bar}
            x={bar * 3.4}
            y={9 - bar * 3}
            width="2.4"
            height={3 + bar * 3}
            rx=".6"
            fill={bar < lit[level] ? 'currentColor' : 'var(--heat2)'}
          />
        ))}
      </svg>
      <span className={wordless ? 'visually-hidden' : styles.word}>{level}</span>
    </span>
  );
}
