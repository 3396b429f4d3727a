import {
  costRating,
  mitigationFailureMode,
  mitigationStage,
  robustnessRating,
} from '@plumbline/shared/taxonomy/values/mitigation';
import { useId, useState } from 'react';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/choice-field.js';
import { Dialog } from '../../ui/dialog.js';
import { TextArea, TextField } from '../../ui/field.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { lazyPart } from '../../ui/lazy-part.js';
import type { Named } from './incident-mitigations.js';
import { changesOf, type Draft, draftOf, effectComplaint } from './mitigation-draft.js';
import { type Mitigation, useMitigations } from './mitigation-queries.js';
import styles from './mitigations.module.css';

const MeasuredEffect = lazyPart(() => import('./measured-effect.js').then((m) => m.MeasuredEffect));

interface Props {
  workspace: string;
  mitigation: Mitigation;
  /** From whose page it was opened; it can be taken off there. */
  incidentKey?: string;
  mayChange: boolean;
  people: readonly Named[];
  pairs: readonly Named[];
  onClose: () => void;
}

const optionsOf = (vocabulary: Record<string, string>) =>
  Object.entries(vocabulary).map(([value, label]) => ({ value, label }));
const namesOf = (items: readonly Named[]) => items.map(({ id, name }) => ({ value: id, label: name }));

/** Everything about one mitigation: what is done, by whom, how well it holds, and its measured effect. */
export function EditMitigation({
  workspace,
  mitigation,
  incidentKey,
  mayChange,
  people,
  pairs,
  onClose,
}: Props) {
  const form = useId();
  const { edit, unlink } = useMitigations(workspace);
  const [draft, setDraft] = useState(() => draftOf(mitigation));
  const set = (changes: Partial<Draft>): void => setDraft((before) => ({ ...before, ...changes }));
  const complaint = effectComplaint(draft);
  const why = !mayChange
    ? 'Only triagers change a mitigation.'
    : draft.title.trim()
      ? complaint
      : 'Give it a title.';
  const body = why ? {} : changesOf(draft, mitigation);
  const save = (): void => {
    if (why) return;
    if (Object.keys(body).length === 0) return onClose();
    edit.mutate(
      { id: mitigation.id, version: mitigation.version, body },
      { onSuccess: onClose, onError: toastFailure },
    );
  };
  const text = (field: 'value' | 'low' | 'high' | 'unit', label: string) => (
    <TextField label={label} value={draft[field]} onChange={(value) => set({ [field]: value })} />
  );
  const takeOff = (key: string): void =>
    unlink.mutate(
      { id: mitigation.id, key },
      {
        onSuccess: () => {
          toast(`${mitigation.title} is off ${key}.`);
          onClose();
        },
        onError: toastFailure,
      },
    );
  return (
    <Dialog
      title="Mitigation"
      width={640}
      onClose={onClose}
      actions={
        <>
          {incidentKey && mayChange && (
            <Button variant="bare" pending={unlink.isPending} onClick={() => takeOff(incidentKey)}>
              Take off {incidentKey}
            </Button>
          )}
          <Button type="submit" form={form} variant="primary" pending={edit.isPending} disabledReason={why}>
            Save
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label="Title"
          data-autofocus
          maxLength={160}
          value={draft.title}
          onChange={(title) => set({ title })}
        />
        <TextArea label="What exactly was done" value={draft.action} onChange={(action) => set({ action })} />
        <div className={styles.columns}>
          <SelectField
            label="Stage"
            allowDeselect={false}
            data={optionsOf(mitigationStage)}
            value={draft.stage}
            onChange={(stage) => stage && set({ stage: stage as Draft['stage'] })}
          />
          <SelectField
            label="Owner"
            clearable
            data={namesOf(
              mitigation.owner && !people.some(({ id }) => id === mitigation.owner?.id)
                ? [mitigation.owner, ...people]
                : people,
            )}
            value={draft.ownerId}
            onChange={(ownerId) => set({ ownerId })}
          />
          <TextField label="Due" type="date" value={draft.dueOn} onChange={(dueOn) => set({ dueOn })} />
        </div>
        <div className={styles.columns}>
          <SelectField
            label="Cost"
            clearable
            data={optionsOf(costRating)}
            value={draft.cost}
            onChange={(cost) => set({ cost: cost as Draft['cost'] })}
          />
          <SelectField
            label="Robustness"
            clearable
            data={optionsOf(robustnessRating)}
            value={draft.robustness}
            onChange={(robustness) => set({ robustness: robustness as Draft['robustness'] })}
          />
          <SelectField
            label="Failure mode"
            clearable
            data={optionsOf(mitigationFailureMode)}
            value={draft.failureMode}
            onChange={(failureMode) => set({ failureMode: failureMode as Draft['failureMode'] })}
          />
        </div>
        <SelectField
          label="Metric pair"
          note="where its effect is measured"
          hint="Effect on the gap between proxy and intent, in units of the intent; above zero, the gap narrowed."
          clearable
          data={namesOf(pairs)}
          value={draft.pairId}
          onChange={(pairId) => set({ pairId })}
        />
        {mitigation.pairId !== null && mitigation.pairId === draft.pairId && (
          <MeasuredEffect workspace={workspace} id={mitigation.id} onTake={mayChange ? set : undefined} />
        )}
        <div className={styles.columns}>
          {text('value', 'Effect')}
          {text('low', 'Lowest, 90 %')}
          {text('high', 'Highest, 90 %')}
          {text('unit', 'Unit')}
          <TextField
            label="Measured on"
            type="date"
            value={draft.measuredOn}
            onChange={(measuredOn) => set({ measuredOn })}
          />
        </div>
        {complaint && <p role="alert">{complaint}</p>}
      </form>
    </Dialog>
  );
}
