import { incidentSystemRole } from '@plumbline/shared/taxonomy/values/incident';
import { useState } from 'react';
import { MultiSelectField, SelectField } from '../../ui/choice-field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { type Named, options } from './incident-choices.js';
import type { Incident } from './incident-queries.js';
import type { Editing } from './use-edit-incident.js';

interface Props {
  incident: Incident;
  editing: Editing;
  systems: readonly Named[];
  onClose: () => void;
}

type Role = keyof typeof incidentSystemRole;
const roles = Object.entries(incidentSystemRole).map(([value, label]) => ({ value, label }));

/** Which systems took part, and the part each played. The first one named is the primary one unless said otherwise. */
export function SystemsDialog({ incident, editing, systems, onClose }: Props) {
  const [began] = useState(incident);
  const [parts, setParts] = useState(began.systems.map(({ id, role }) => ({ id, role: role as Role })));
  const data = options(systems, began.systems);
  const nameOf = (id: string): string => data.find(({ value }) => value === id)?.label ?? '';
  const choose = (ids: string[]): void =>
    setParts(
      ids.map(
        (id, index) =>
          parts.find((part) => part.id === id) ?? { id, role: index === 0 ? 'primary' : 'contributing' },
      ),
    );
  const submit = async (): Promise<void> => {
    const shown = parts.map(({ id, role }) => ({ id, role, key: '', name: nameOf(id) }));
    if (await editing.save({ systems: parts }, { systems: shown }, began)) onClose();
  };
  return (
    <FormDialog title="Systems" verb="Save" onSubmit={() => void submit()} onClose={onClose}>
      <MultiSelectField
        label="Systems"
        data-autofocus
        data={data}
        value={parts.map(({ id }) => id)}
        onChange={choose}
      />
      {parts.map(({ id, role }) => (
        <SelectField
          key={id}
          label={`Part of ${nameOf(id)}`}
          allowDeselect={false}
          data={roles}
          value={role}
          onChange={(value) =>
            value && setParts(parts.map((part) => (part.id === id ? { id, role: value as Role } : part)))
          }
        />
      ))}
    </FormDialog>
  );
}
