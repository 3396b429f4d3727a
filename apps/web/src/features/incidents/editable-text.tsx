import { type KeyboardEvent, useState } from 'react';
import { Button } from '../../ui/button.js';
import { TextArea, TextField } from '../../ui/field.js';
import { IconButton } from '../../ui/icon-button.js';
import { Markdown } from '../../ui/markdown.js';
import styles from './editable-text.module.css';

interface Props {
  label: string;
  value: string;
  /** What stands there while nothing is written. */
  empty?: string;
  lines?: 'one' | 'many';
  markdown?: boolean;
  mayEdit: boolean;
  /** @param began the text as it was when the person began. @returns whether the field may be closed */
  onSave: (value: string, began: string) => Promise<boolean>;
}

/** Text that becomes a field when it is asked for; Ctrl Enter saves, Esc leaves it as it was. */
export function EditableText({
  label,
  value,
  empty = 'Not said yet',
  lines = 'many',
  markdown,
  mayEdit,
  onSave,
}: Props) {
  const [began, setBegan] = useState<string | null>(null);
  if (began !== null)
    return (
      <TextEditor label={label} began={began} lines={lines} onSave={onSave} onClose={() => setBegan(null)} />
    );
  return (
    <div className={styles.editable}>
      {value ? (
        markdown ? (
          <Markdown>{value}</Markdown>
        ) : (
          <span className={styles.words}>{value}</span>
        )
      ) : (
        <span className={styles.quiet}>{empty}</span>
      )}
      {mayEdit && (
        <IconButton
          icon="pencil"
          label={`Edit ${label.toLowerCase()}`}
          className={styles.pencil}
          onClick={() => setBegan(value)}
        />
      )}
    </div>
  );
}

interface EditorProps {
  label: string;
  began: string;
  lines: 'one' | 'many';
  onSave: (value: string, began: string) => Promise<boolean>;
  onClose: () => void;
}

function TextEditor({ label, began, lines, onSave, onClose }: EditorProps) {
  const [draft, setDraft] = useState(began);
  const [saving, setSaving] = useState(false);
  const save = async (): Promise<void> => {
    if (saving) return;
    setSaving(true);
    const done = draft.trim() === began || (await onSave(draft.trim(), began));
    setSaving(false);
    if (done) onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || lines === 'one')) {
      event.preventDefault();
      void save();
    }
  };
  const field = { label, value: draft, onChange: setDraft, onKeyDown, ref: focusAtEnd };
  return (
    <div className={styles.editing}>
      {lines === 'one' ? <TextField {...field} /> : <TextArea {...field} minRows={3} />}
      <div className={styles.buttons}>
        <Button
          variant="primary"
          keys={lines === 'one' ? 'enter' : 'mod+enter'}
          pending={saving}
          onClick={() => void save()}
        >
          Save
        </Button>
        <Button variant="bare" keys="escape" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

/** Once, when the field appears. */
function focusAtEnd(element: HTMLInputElement | HTMLTextAreaElement | null): void {
  if (!element || element === document.activeElement) return;
  element.focus();
  element.setSelectionRange(element.value.length, element.value.length);
}
