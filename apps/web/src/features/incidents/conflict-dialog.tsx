import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import styles from './incident-page.module.css';
import type { Incident } from './incident-queries.js';
import { type EditConflict, fieldsOf } from './use-edit-incident.js';

interface Props {
  conflict: EditConflict;
  onDecide: (mine: boolean) => void;
}

/** Mine, theirs, and what both began with; nothing is written before the person has chosen. */
export function ConflictDialog({ conflict, onDecide }: Props) {
  return (
    <Dialog
      title="Someone else changed this too"
      width={720}
      onClose={() => onDecide(false)}
      actions={
        <>
          <Button onClick={() => onDecide(false)}>Keep theirs</Button>
          <Button variant="primary" onClick={() => onDecide(true)}>
            Use mine
          </Button>
        </>
      }
    >
      {fieldsOf(conflict.mine).map((field) => (
        <div key={field}>
          <h3>{wordsOf(field)}</h3>
          <dl className={styles.versions}>
            <dt>Mine</dt>
            <dd>{valueIn(conflict.mine, field)}</dd>
            <dt>Theirs</dt>
            <dd>{valueIn(conflict.theirs, field)}</dd>
            <dt>Before</dt>
            <dd>{valueIn(conflict.base, field)}</dd>
          </dl>
        </div>
      ))}
    </Dialog>
  );
}

/** `specifiedObjective` -> `Specified objective`. */
function wordsOf(field: string): string {
  const words = field
    .replace(/^labels\./, '')
    .replace(/Id$/, '')
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase();
  return words[0]!.toUpperCase() + words.slice(1);
}

function valueIn(record: EditConflict['mine'] | Incident, field: string): string {
  const value = field.startsWith('labels.')
    ? labelsIn(record.labels, field.slice('labels.'.length))
    : ((record as Record<string, unknown>)[field.replace(/^(owner|team)Id$/, '$1')] ??
      (record as Record<string, unknown>)[field]);
  return asWords(value) || 'empty';
}

function labelsIn(labels: unknown, facet: string): unknown {
  return Array.isArray(labels)
    ? labels.filter((label: { facet: string }) => label.facet === facet)
    : (labels as Record<string, unknown> | undefined)?.[facet];
}

function asWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(asWords).join(', ');
  if (typeof value === 'object')
    return asWords(
      (value as { name?: unknown; value?: unknown }).name ?? (value as { value?: unknown }).value,
    );
  return String(value);
}
