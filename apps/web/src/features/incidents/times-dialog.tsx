import { timePrecision } from '@plumbline/shared/taxonomy/values/incident';
import { useState } from 'react';
import { SelectField } from '../../ui/choice-field.js';
import { DateTimeField } from '../../ui/date-time-field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import type { Incident } from './incident-queries.js';
import type { Editing } from './use-edit-incident.js';

type Precision = Incident['occurredPrecision'];

const precisions = Object.entries(timePrecision).map(([value, label]) => ({ value, label }));

interface DialogProps {
  incident: Incident;
  editing: Editing;
  onClose: () => void;
}

/** Sets when it happened, was noticed, and reached the organisation. */
export function TimesDialog({ incident, editing, onClose }: DialogProps) {
  const [began] = useState(incident);
  const [times, setTimes] = useState({
    occurredAt: began.occurredAt,
    occurredPrecision: began.occurredPrecision,
    detectedAt: began.detectedAt,
    awareAt: began.awareAt,
  });
  const set = (part: Partial<typeof times>): void => setTimes((before) => ({ ...before, ...part }));
  const submit = async (): Promise<void> => {
    const changed = Object.entries(times).filter(([field, value]) => value !== began[field as 'awareAt']);
    if (changed.length === 0 || (await editing.save(Object.fromEntries(changed), {}, began))) onClose();
  };
  return (
    <FormDialog title="Times" verb="Save" onSubmit={() => void submit()} onClose={onClose}>
      <DateTimeField
        label="Happened"
        value={times.occurredAt}
        onChange={(occurredAt) => set({ occurredAt })}
      />
      <SelectField
        label="Known"
        allowDeselect={false}
        data={precisions}
        value={times.occurredPrecision}
        onChange={(value) => value && set({ occurredPrecision: value as Precision })}
      />
      <DateTimeField
        label="Noticed"
        value={times.detectedAt}
        onChange={(detectedAt) => set({ detectedAt })}
      />
      <DateTimeField
        label="The organisation was aware"
        hint="Reporting duties run from here."
        value={times.awareAt}
        onChange={(awareAt) => set({ awareAt })}
      />
    </FormDialog>
  );
}
