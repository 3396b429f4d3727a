import { Radio } from '@mantine/core';
import { useState } from 'react';
import { MultiSelectField } from '../../ui/choice-field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { type Named, options } from './incident-choices.js';
import type { Incident } from './incident-queries.js';
import type { Editing } from './use-edit-incident.js';

interface Props {
  incident: Incident;
  editing: Editing;
  people: readonly Named[];
  onClose: () => void;
}

type Visibility = Incident['visibility'];

/** Who sees the incident, wherever it would show: lists, search, similar ones, counts, exports. */
export function VisibilityDialog({ incident, editing, people, onClose }: Props) {
  const [began] = useState(incident);
  const [visibility, setVisibility] = useState<Visibility>(began.visibility);
  const [visibleTo, setVisibleTo] = useState(began.visibleTo);
  const unnamed = began.visibleTo
    .filter((id) => !people.some((one) => one.id === id))
    .map((id) => ({ id, name: 'someone who left' }));
  const submit = async (): Promise<void> => {
    const edit = {
      visibility,
      ...(String(visibleTo) === String(began.visibleTo) ? {} : { visibleTo }),
    };
    if (await editing.save(edit, {}, began)) onClose();
  };
  return (
    <FormDialog
      title="Who sees it"
      verb="Save"
      why={visibility === 'team' && !began.team ? 'Give it a team first.' : null}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Radio.Group
        aria-label="Who sees it"
        value={visibility}
        onChange={(value) => setVisibility(value as Visibility)}
      >
        <Radio value="workspace" label="Everyone in this workspace" mb={8} />
        <Radio value="team" label={`Its team: ${began.team?.name ?? 'none yet'}`} mb={8} />
        <Radio value="restricted" label="Only people who are named" />
      </Radio.Group>
      {visibility === 'restricted' && (
        <MultiSelectField
          label="Named people"
          hint="Its owner, who reported it, and administrators see it in any case. API keys do not."
          data={options(people, unnamed)}
          value={visibleTo}
          onChange={setVisibleTo}
        />
      )}
    </FormDialog>
  );
}
