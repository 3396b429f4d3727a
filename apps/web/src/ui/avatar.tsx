import styles from './avatar.module.css';

/** First letters of the first and last word of a name: `Mateus Carvalho` -> `MC`. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toUpperCase();
}

/** Initials in a ring; with `named`, the name beside it. */
export function Avatar({ name, named = false }: { name: string; named?: boolean }) {
  return (
    <span className={styles.person}>
      <span
        className={styles.avatar}
        aria-hidden={named || undefined}
        role={named ? undefined : 'img'}
        aria-label={named ? undefined : name}
        title={named ? undefined : name}
      >
        {initialsOf(name)}
      </span>
      {named && <span>{name}</span>}
    </span>
  );
}
