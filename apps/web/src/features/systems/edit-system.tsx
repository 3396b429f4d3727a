import { useState } from 'react';
import { changesOf, EditConflict } from '../../client/save-versioned.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useFields } from '../../ui/use-fields.js';
import { bodyOf, fieldsOf, SystemFormFields, whyNot } from './system-form.js';
import { type System, useEditSystem } from './systems-queries.js';

interface Props {
  system: System;
  onSaved: (system: System) => void;
  onClose: () => void;
}

/** Changes what is written about a system; says so when somebody else changed the same. */
export function EditSystem({ system, onSaved, onClose }: Props) {
  const [began] = useState(system);
  const [version, setVersion] = useState(system.version);
  const [fields, set] = useFields(fieldsOf(system));
  const edit = useEditSystem(system);
  return (
    <FormDialog
      title={`Edit ${system.name}`}
      verb="Save"
      pending={edit.isPending}
      error={edit.error}
      why={whyNot(fields)}
      onClose={onClose}
      onSubmit={() =>
        edit.mutate(
          { changes: changesOf(bodyOf(fieldsOf(began)), bodyOf(fields)), version },
          {
            onSuccess: onSaved,
            onError: (error) => error instanceof EditConflict && setVersion(error.current.version),
          },
        )
      }
    >
      <SystemFormFields fields={fields} set={set} keyFollows={false} />
    </FormDialog>
  );
}
