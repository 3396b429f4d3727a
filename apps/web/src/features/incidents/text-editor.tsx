import { type KeyboardEvent, useState } from 'react';
import { Button } from '../../ui/button.js';
import { TextArea, TextField } from '../../ui/field.js';
import { toast } from '../../ui/toast/toasts.js';
import styles from './editable-text.module.css';
import { type Edit, keepEdit } from './kept-edit.js';

interface Props {
  label: string;
  /** What the words are kept under until they are saved. */
  name: string;
  edit: Edit;
  lines: 'one' | 'many';
  onSave: (value: string, began: string) => Promise<boolean>;
  onClose: () => void;
  /** The words that were just dropped are wanted after all. */
  onResume: (edit: Edit) => void;
}

/** The field itself. Every stroke is kept; saving forgets it, cancelling too, but for an undo. */
export function TextEditor({ label, name, edit, lines, onSave, onClose, onResume }: Props) {
  const { began } = edit;
  const [draft, setDraft] = useState(edit.draft);
  const [saving, setSaving] = useState(false);
  const write = (next: string): void => {
    setDraft(next);
    keepEdit(name, { began, draft: next });
  };
  const save = async (): Promise<void> => {
    if (saving) return;
    setSaving(true);
    const done = draft.trim() === began || (await onSave(draft.trim(), began));
    setSaving(false);
    if (!done) return;
    keepEdit(name, null);
    onClose();
  };
  const cancel = (): void => {
    keepEdit(name, null);
    onClose();
    if (draft.trim() !== began)
      toast(`${label} stays as it was.`, { undo: () => onResume({ began, draft }) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      cancel();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || lines === 'one')) {
      event.preventDefault();
      void save();
    }
  };
  const field = { label, value: draft, onChange: write, onKeyDown, ref: focusAtEnd };
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
        <Button variant="bare" keys="escape" onClick={cancel}>
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
