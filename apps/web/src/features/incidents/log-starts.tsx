import { Button } from '../../ui/button.js';
import { lazyPart } from '../../ui/lazy-part.js';
import { toast } from '../../ui/toast/toasts.js';
import type { LogDraft } from './log-draft.js';
import { logTemplates } from './log-templates.js';
import styles from './log-form.module.css';
import { readPastedAlert } from './read-pasted-alert.js';

// The ten known cases are long.
const ReferenceTemplates = lazyPart(() =>
  import('./reference-templates.js').then((m) => m.ReferenceTemplates),
);

/** Ways to begin other than an empty form: a known pattern, or what a tool said. */
export function LogStarts({ onPick }: { onPick: (fill: Partial<LogDraft>) => void }) {
  return (
    <div className={styles.starts} role="group" aria-label="Start from">
      <span className={styles.startsLabel}>Start from</span>
      {logTemplates.map(({ name, fill }) => (
        <Button key={name} variant="bare" className={styles.onDesk} onClick={() => onPick(fill)}>
          {name}
        </Button>
      ))}
      <ReferenceTemplates onPick={onPick} />
      <Button onClick={() => void readClipboard().then((found) => found && onPick(found))}>Paste JSON</Button>
    </div>
  );
}

/** What the clipboard holds, as parts of the form; says what to do instead where there is none. */
async function readClipboard(): Promise<Partial<LogDraft> | null> {
  let text: string;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    toast('This browser keeps the clipboard to itself. Press Ctrl V in the form instead.');
    return null;
  }
  const found = readPastedAlert(text);
  if (!found)
    toast('The clipboard holds no JSON with a title or a description. Copy the alert and try again.');
  return found;
}
