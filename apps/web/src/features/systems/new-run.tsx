import { useQuery } from '@tanstack/react-query';
import { SelectField } from '../../ui/choice-field.js';
import { DateTimeField } from '../../ui/date-time-field.js';
import { TextField } from '../../ui/field.js';
import { FieldRow, FormDialog } from '../../ui/form-dialog.js';
import { useFields } from '../../ui/use-fields.js';
import { type Run, type System, useAddRun, versionsQuery } from './systems-queries.js';

const kinds = [
  { value: 'training', label: 'Training' },
  { value: 'evaluation', label: 'Evaluation' },
];

interface Props {
  workspace: string;
  system: System;
  onClose: () => void;
}

/** Adds a run by the name that the training tool gave it. */
export function NewRun({ workspace, system, onClose }: Props) {
  const versions = useQuery(versionsQuery(workspace, system.key));
  const [fields, set] = useFields({
    externalId: '',
    kind: 'training' as Run['kind'],
    versionId: null as string | null,
    link: '',
    startedAt: null as string | null,
  });
  const add = useAddRun(system.id);
  return (
    <FormDialog
      title="New run"
      verb="Add run"
      pending={add.isPending}
      error={add.error}
      why={fields.externalId.trim() ? null : 'Say what the run is called first.'}
      onClose={onClose}
      onSubmit={() => add.mutate(fields, { onSuccess: onClose })}
    >
      <TextField
        label="Name"
        hint="What the training tool calls it; senders name the run by this."
        data-autofocus
        maxLength={200}
        value={fields.externalId}
        onChange={set('externalId')}
      />
      <FieldRow>
        <SelectField
          label="Kind"
          allowDeselect={false}
          data={kinds}
          value={fields.kind}
          onChange={(kind) => set('kind')(kind as Run['kind'])}
        />
        <SelectField
          label="Version"
          clearable
          placeholder="None"
          data={(versions.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={fields.versionId}
          onChange={set('versionId')}
        />
      </FieldRow>
      <FieldRow>
        <DateTimeField label="Started" value={fields.startedAt} onChange={set('startedAt')} />
        <TextField label="Link" note="to the run" value={fields.link} onChange={set('link')} />
      </FieldRow>
    </FormDialog>
  );
}
