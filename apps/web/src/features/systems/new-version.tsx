import { DateTimeField } from '../../ui/date-time-field.js';
import { TextArea, TextField } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useFields } from '../../ui/use-fields.js';
import { type System, useAddVersion } from './systems-queries.js';

/** Adds a version that was or will be released. */
export function NewVersion({ system, onClose }: { system: System; onClose: () => void }) {
  const [fields, set] = useFields({
    name: '',
    releasedAt: null as string | null,
    capabilityTier: '',
    notes: '',
  });
  const add = useAddVersion(system.id);
  return (
    <FormDialog
      title="New version"
      verb="Add version"
      pending={add.isPending}
      error={add.error}
      why={fields.name.trim() ? null : 'Name it first.'}
      onClose={onClose}
      onSubmit={() => add.mutate(fields, { onSuccess: onClose })}
    >
      <TextField label="Name" data-autofocus maxLength={120} value={fields.name} onChange={set('name')} />
      <DateTimeField
        label="Released"
        note="empty when not yet"
        value={fields.releasedAt}
        onChange={set('releasedAt')}
      />
      <TextArea label="Notes" maxLength={4000} value={fields.notes} onChange={set('notes')} />
    </FormDialog>
  );
}
