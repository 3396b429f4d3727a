import { printedKeys } from './commands/command.js';
import styles from './kbd.module.css';

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/** A key, as printed on buttons and in lists of keys: `<Kbd keys="shift+n" />`. */
export function Kbd({ keys }: { keys: string }) {
  return <kbd className={styles.kbd}>{printedKeys(keys, isMac)}</kbd>;
}
