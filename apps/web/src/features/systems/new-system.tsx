import { FormDialog } from '../../ui/form-dialog.js';
import { useFields } from '../../ui/use-fields.js';
import { bodyOf, emptySystem, SystemFormFields, whyNot } from './system-form.js';
import { type System, useCreateSystem } from './systems-queries.js';

interface Props {
  onCreated: (system: System) => void;
  onClose: () => void;
}

/** Registers a system: a name is enough. */
export function NewSystem({ onCreated, onClose }: Props) {
  const [fields, set] = useFields(emptySystem);
  const create = useCreateSystem();
  return (
    <FormDialog
      title="New system"
      verb="Create system"
      pending={create.isPending}
      error={create.error}
      why={whyNot(fields)}
      onClose={onClose}
      onSubmit={() => create.mutate(bodyOf(fields), { onSuccess: onCreated })}
    >
      <SystemFormFields fields={fields} set={set} keyFollows />
    </FormDialog>
  );
}
