import { useState } from 'react';
import { MultiSelectField, SelectField } from '../../ui/choice-field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { type Named, options } from './incident-choices.js';

interface Dialog<T> {
  label: string;
  hint?: string;
  choices: readonly Named[];
  onSave: (value: T) => Promise<boolean>;
  onClose: () => void;
}

/** Any number of things by name. */
export function ChooseMany({
  label,
  hint,
  chosen,
  choices,
  onSave,
  onClose,
}: Dialog<string[]> & { chosen: readonly Named[] }) {
  const [ids, setIds] = useState(chosen.map(({ id }) => id));
  return (
    <FormDialog
      title={label}
      verb="Save"
      onClose={onClose}
      onSubmit={async () => {
        if (await onSave(ids)) onClose();
      }}
    >
      <MultiSelectField
        label={label}
        hint={hint}
        data-autofocus
        data={options(choices, chosen)}
        value={ids}
        onChange={setIds}
      />
    </FormDialog>
  );
}

/** One thing by name, or none. */
export function ChooseOne({
  label,
  hint,
  chosen,
  choices,
  onSave,
  onClose,
}: Dialog<string | null> & { chosen: string | null }) {
  const [id, setId] = useState(chosen);
  return (
    <FormDialog
      title={label}
      verb="Save"
      onClose={onClose}
      onSubmit={async () => {
        if (await onSave(id)) onClose();
      }}
    >
      <SelectField
        label={label}
        hint={hint}
        data-autofocus
        clearable
        data={options(choices)}
        value={id}
        onChange={setId}
      />
    </FormDialog>
  );
}
