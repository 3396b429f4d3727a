import { Wordmark } from '../../ui/wordmark.js';
import styles from './shell.module.css';

/** On a phone the navigation hangs behind the bob in the corner. */
export function NavButton({ onOpen }: { onOpen: () => void }) {
  return (
    <button type="button" className={styles.navButton} aria-label="Open navigation" onClick={onOpen}>
      <Wordmark nameless />
    </button>
  );
}
