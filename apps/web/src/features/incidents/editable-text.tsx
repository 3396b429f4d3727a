import { type KeyboardEvent, useState } from 'react';
import { Button } from '../../ui/button.js';
import { TextArea, TextField } from '../../ui/field.js';
import { Markdown } from '../../ui/markdown.js';
import styles from './incident-page.module.css';

interface Props {
  label: string;
  value: string;
  /** What stands there while nothing is written. */
  empty?: string;
  lines?: 'one' | 'many';
  markdown?: boolean;
  mayEdit: boolean;
  onSave: (value: string) => Promise<boolean>;
}

/** Text that becomes a field when it is clicked; Ctrl Enter saves, Esc leaves it as it was. */
export function EditableText({
  label,
  value,
  empty = 'Not said yet',
  lines = 'many',
  markdown,
  mayEdit,
  onSave,
}: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const close = (): void => setDraft(null);
  const save = async (): Promise<void> => {
    if (draft === null) return;
    if (draft.trim() === value || (await onSave(draft.trim()))) close();
  };
  if (draft === null) {
    const words = value ? (
      markdown ? (
        <Markdown>{value}</Markdown>
      ) : (
        value
      )
    ) : (
      <span className={styles.quiet}>{empty}</span>
    );
    if (!mayEdit) return <div className={styles.words}>{words}</div>;
    return (
      <div className={styles.editable}>
        <div className={styles.words}>{words}</div>
        <Button
          variant="bare"
          icon="pencil"
          className={styles.edit}
          aria-label={`Edit ${label.toLowerCase()}`}
          onClick={() => setDraft(value)}
        />
      </div>
    );
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || lines === 'one')) {
      event.preventDefault();
      void save();
    }
  };
  const field = { label, value: draft, onChange: setDraft, onKeyDown, 'data-autofocus': true, ref: focusIt };
  return (
    <div className={styles.editing}>
      {lines === 'one' ? <TextField {...field} /> : <TextArea {...field} minRows={4} />}
      <div className={styles.buttons}>
        <Button variant="primary" keys={lines === 'one' ? 'enter' : 'mod+enter'} onClick={() => void save()}>
          Save
        </Button>
        <Button variant="bare" keys="escape" onClick={close}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

function focusIt(element: HTMLInputElement | HTMLTextAreaElement | null): void {
  element?.focus();
}
