import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { IconButton } from '../../ui/icon-button.js';
import { Markdown } from '../../ui/markdown.js';
import styles from './editable-text.module.css';
import { type Edit, keepEdit, keptEdit } from './kept-edit.js';
import { TextEditor } from './text-editor.js';

interface Props {
  label: string;
  /** Unique: unsaved words are kept under it when one leaves, and offered when one is back. */
  name: string;
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
  name,
  value,
  empty = 'Not said yet',
  lines = 'many',
  markdown,
  mayEdit,
  onSave,
}: Props) {
  const [edit, setEdit] = useState<Edit | null>(null);
  const [left, setLeft] = useState(() => keptEdit(name));
  if (edit !== null)
    return (
      <TextEditor
        label={label}
        name={name}
        edit={edit}
        lines={lines}
        onSave={onSave}
        onClose={() => setEdit(null)}
        onResume={setEdit}
      />
    );
  const drop = (): void => {
    keepEdit(name, null);
    setLeft(null);
  };
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
          onClick={() => setEdit({ began: value, draft: value })}
        />
      )}
      {mayEdit && left && (
        <div className={styles.left} role="group" aria-label={`${label}, not saved`}>
          <span>You left words here that are not saved.</span>
          <Button
            onClick={() => {
              setLeft(null);
              setEdit(left);
            }}
          >
            Go on writing
          </Button>
          <Button variant="bare" onClick={drop}>
            Discard
          </Button>
        </div>
      )}
    </div>
  );
}
