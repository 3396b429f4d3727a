import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/choice-field.js';
import { DateTimeField } from '../../ui/date-time-field.js';
import { TextField } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Section } from '../../ui/section.js';
import { dayOf } from '../../ui/time-words.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { useFields } from '../../ui/use-fields.js';
import { type NewPairMark, type PairDivergence, useMarkPair, useUnmarkPair } from './divergence-queries.js';
import styles from './why.module.css';

const kinds = {
  definition_changed: 'Definition changed',
  release: 'Release',
  mitigation: 'Mitigation',
  note: 'Note',
} as const;
type Kind = keyof typeof kinds;

interface Props {
  workspace: string;
  pairId: string;
  marks: PairDivergence['marks'];
  whyNotChange: string | null;
}

/** What happened to a pair, as its people say: written down, and taken back. */
export function MarksSection({ workspace, pairId, marks, whyNotChange }: Props) {
  const [adding, setAdding] = useState(false);
  const mark = useMarkPair(workspace, pairId);
  const unmark = useUnmarkPair(workspace, pairId);
  const remove = ({ id, kind, at, label }: PairDivergence['marks'][number]): void =>
    unmark.mutate(id, {
      onSuccess: () =>
        toast(`${label} is taken off.`, {
          undo: () => mark.mutate({ kind, at, label }, { onError: toastFailure }),
        }),
      onError: toastFailure,
    });
  return (
    <Section
      title="Marks"
      meta={
        <Button variant="bare" icon="plus" disabledReason={whyNotChange} onClick={() => setAdding(true)}>
          Add mark
        </Button>
      }
    >
      {marks.length === 0 ? (
        <p className={styles.quiet}>
          None: a release, a mitigation, or a measure that counts otherwise since.
        </p>
      ) : (
        <ul className={styles.marks}>
          {marks.map((one) => (
            <li key={one.id}>
              <span>
                {one.label}{' '}
                <span className={styles.quiet}>
                  {kinds[one.kind].toLowerCase()}, {dayOf(one.at)}, {one.createdBy}
                </span>
              </span>
              <Button
                variant="bare"
                disabledReason={whyNotChange}
                aria-label={`Take off ${one.label}`}
                onClick={() => remove(one)}
              >
                Take off
              </Button>
            </li>
          ))}
        </ul>
      )}
      {adding && <AddMark mark={mark} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function AddMark({ mark, onClose }: { mark: ReturnType<typeof useMarkPair>; onClose: () => void }) {
  const [fields, set] = useFields({ kind: 'release' as Kind, at: null as string | null, label: '' });
  const label = fields.label.trim();
  const add = (): void => {
    const body: NewPairMark = { ...fields, label, at: fields.at ?? new Date().toISOString() };
    mark.mutate(body, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title="Add mark"
      verb="Add mark"
      pending={mark.isPending}
      error={mark.error}
      why={label ? null : 'Say what happened.'}
      onSubmit={add}
      onClose={onClose}
    >
      <SelectField
        label="Kind"
        allowDeselect={false}
        data={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        hint={
          fields.kind === 'definition_changed'
            ? 'The relation is learned anew from then on; the change itself raises no alarm.'
            : undefined
        }
        value={fields.kind}
        onChange={(kind) => kind && set('kind')(kind as Kind)}
      />
      <TextField
        label="What happened"
        maxLength={120}
        data-autofocus
        value={fields.label}
        onChange={set('label')}
      />
      <DateTimeField label="When" note="empty for now" value={fields.at} onChange={set('at')} />
    </FormDialog>
  );
}
