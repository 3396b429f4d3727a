import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { capital, fieldName, valueWords } from './field-words.js';
import { fieldIn, wantedIn } from './incident-edits.js';
import styles from './conflict-dialog.module.css';
import type { Decision, EditConflict } from './use-edit-incident.js';

interface Props {
  conflict: EditConflict;
  /** What an id stands for: a person, a team, a system. */
  nameOf: (id: string) => string | undefined;
  onDecide: (decision: Decision) => void;
}

/** Mine, theirs, and what both began with; nothing is written before the person has chosen. */
export function ConflictDialog({ conflict, nameOf, onDecide }: Props) {
  const { fields, mine, theirs, base } = conflict;
  const words = (field: string, value: unknown): string => valueWords(field, value, nameOf) || 'nothing';
  return (
    <Dialog
      title="Someone else changed this too"
      width={720}
      onClose={() => onDecide('back')}
      actions={
        <>
          <Button variant="bare" keys="escape" onClick={() => onDecide('back')}>
            Keep editing
          </Button>
          <Button onClick={() => onDecide('theirs')}>Keep theirs</Button>
          <Button variant="primary" onClick={() => onDecide('mine')} data-autofocus>
            Use mine
          </Button>
        </>
      }
    >
      {fields.map((field) => (
        <section key={field}>
          <h3>{capital(fieldName(field))}</h3>
          <dl className={styles.versions}>
            <div>
              <dt>Mine</dt>
              <dd>{words(field, wantedIn(mine, field))}</dd>
            </div>
            <div>
              <dt>Theirs</dt>
              <dd>{words(field, fieldIn(theirs, field))}</dd>
            </div>
            <div>
              <dt>Before</dt>
              <dd>{words(field, fieldIn(base, field))}</dd>
            </div>
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
