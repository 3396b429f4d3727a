import { approachOf, mitigationCatalogue } from '@plumbline/shared/taxonomy/mitigation-catalogue';
import { type MitigationStage, mitigationStage } from '@plumbline/shared/taxonomy/values/mitigation';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/choice-field.js';
import { Dialog } from '../../ui/dialog.js';
import { TextArea, TextField } from '../../ui/field.js';
import { Segmented } from '../../ui/segmented.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import type { Named } from './incident-mitigations.js';
import { ledgerQuery, useMitigations } from './mitigation-queries.js';
import styles from './mitigations.module.css';

interface Props {
  workspace: string;
  incidentKey: string;
  people: readonly Named[];
  onClose: () => void;
}

const beginnings = [
  { value: 'proposed', label: 'Proposed' },
  { value: 'planned', label: 'Planned' },
  { value: 'active', label: 'Active' },
] as const;

const catalogue = (Object.keys(mitigationStage) as MitigationStage[]).map((stage) => ({
  group: mitigationStage[stage],
  items: mitigationCatalogue
    .filter((approach) => approach.stage === stage)
    .map(({ id, name }) => ({ value: id, label: name })),
}));

/** Adds a mitigation from the catalogue, or one that another incident has already. */
export function AddMitigation({ workspace, incidentKey, people, onClose }: Props) {
  const form = useId();
  const { add, link } = useMitigations(workspace);
  const known = (useInfiniteQuery(ledgerQuery(workspace, {})).data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter(({ incidents }) => !incidents.some(({ key }) => key === incidentKey));
  const [choice, setChoice] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [action, setAction] = useState('');
  const [status, setStatus] = useState<'proposed' | 'planned' | 'active'>('proposed');
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const [dueOn, setDueOn] = useState('');
  const approach = choice ? approachOf(choice) : undefined;
  const done = {
    onSuccess: () => {
      toast('Mitigation added.');
      onClose();
    },
    onError: toastFailure,
  };
  const submit = (): void => {
    if (approach) {
      const more = { title: title.trim() || approach.name, action, status, ownerId, dueOn: dueOn || null };
      add.mutate({ approach: approach.id, ...more, incident: incidentKey }, done);
    } else if (choice) link.mutate({ id: choice, key: incidentKey }, done);
  };
  return (
    <Dialog
      title={`Add a mitigation to ${incidentKey}`}
      width={560}
      onClose={onClose}
      actions={
        <Button
          type="submit"
          form={form}
          variant="primary"
          pending={add.isPending || link.isPending}
          disabledReason={choice ? null : 'Choose an approach first.'}
        >
          Add mitigation
        </Button>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <SelectField
          label="Approach"
          note="the one required field"
          placeholder="Type to search the catalogue"
          data-autofocus
          searchable
          selectFirstOptionOnChange
          maxDropdownHeight={280}
          data={[
            {
              group: 'Already here, for other incidents',
              items: known.map(({ id, title: label }) => ({ value: id, label })),
            },
            ...catalogue,
          ].filter(({ items }) => items.length > 0)}
          value={choice}
          onChange={setChoice}
        />
        {approach && (
          <>
            <p className={styles.about}>
              <span>{approach.what}</span>
              <span className={styles.quiet}>Limit: {approach.limitation}</span>
            </p>
            <TextField
              label="Title"
              placeholder={approach.name}
              maxLength={160}
              value={title}
              onChange={setTitle}
            />
            <TextArea label="What exactly is done" value={action} onChange={setAction} />
            <Segmented label="Status" options={beginnings} value={status} onChange={setStatus} />
            <div className={styles.columns}>
              <SelectField
                label="Owner"
                clearable
                data={people.map(({ id, name: label }) => ({ value: id, label }))}
                value={ownerId}
                onChange={setOwnerId}
              />
              <TextField label="Due" type="date" value={dueOn} onChange={setDueOn} />
            </div>
          </>
        )}
      </form>
    </Dialog>
  );
}
