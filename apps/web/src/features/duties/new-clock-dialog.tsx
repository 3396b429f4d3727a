import { clockDue } from '@plumbline/shared/incident/clock-due';
import type { ReportingDuty } from '@plumbline/shared/taxonomy/duties/reporting-duty';
import { citation, dutiesAsOf, dutyOf, reportingDuties } from '@plumbline/shared/taxonomy/reporting-duties';
import { useState } from 'react';
import { SelectField } from '../../ui/choice-field.js';
import { DateTimeField } from '../../ui/date-time-field.js';
import { TextField } from '../../ui/field.js';
import { FieldRow, FormDialog } from '../../ui/form-dialog.js';
import { toast } from '../../ui/toast/toasts.js';
import { useClocks } from './clock-queries.js';
import styles from './clocks.module.css';

interface Props {
  workspace: string;
  incidentKey: string;
  onClose: () => void;
}

const own = 'own';
const duties = [
  { value: own, label: 'A duty of our own' },
  ...Object.entries<ReportingDuty>(reportingDuties)
    .filter(([, { kind }]) => kind !== 'none' && kind !== 'of_authority')
    .map(([value, { jurisdiction, name, law, place }]) => ({
      value,
      label: `${jurisdiction}: ${name} (${law}, ${place})`,
    })),
];

/** Starts a clock: for a duty of the catalogue, or one of their own. */
export function NewClockDialog({ workspace, incidentKey, onClose }: Props) {
  const { add } = useClocks(workspace, incidentKey);
  const [chosen, setChosen] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [authority, setAuthority] = useState('');
  const [startsAt, setStartsAt] = useState<string | null>(null);
  const [dueAt, setDueAt] = useState<string | null>(null);
  const duty = chosen && chosen !== own ? dutyOf(chosen) : null;
  const why = !chosen
    ? 'Choose a duty first.'
    : chosen === own && !name.trim()
      ? 'Give it a name first.'
      : null;
  const start = (): void =>
    add.mutate(
      {
        ...(chosen === own ? { name: name.trim(), authority: authority.trim() } : { duty: chosen }),
        ...(startsAt && { startsAt }),
        ...(dueAt && { dueAt }),
      },
      {
        onSuccess: (clock) => {
          toast(`The clock runs: ${clock.name}.`);
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={`Start a clock for ${incidentKey}`}
      verb="Start clock"
      pending={add.isPending}
      error={add.error}
      why={why}
      onSubmit={start}
      onClose={onClose}
    >
      <SelectField
        label="Duty"
        note="the one required field"
        hint={`Facts as of ${dutiesAsOf}, not legal advice: every date can be changed.`}
        placeholder="A law, a place or an authority"
        data-autofocus
        searchable
        selectFirstOptionOnChange
        maxDropdownHeight={280}
        data={duties}
        value={chosen}
        onChange={setChosen}
      />
      {duty && <About duty={duty} startsAt={startsAt} />}
      {chosen === own && (
        <FieldRow>
          <TextField label="Name" maxLength={200} value={name} onChange={setName} />
          <TextField label="To whom" maxLength={200} value={authority} onChange={setAuthority} />
        </FieldRow>
      )}
      <FieldRow>
        <DateTimeField
          label="Runs from"
          hint={
            duty?.from === 'own'
              ? 'Now, unless said otherwise.'
              : 'When you became aware, unless said otherwise.'
          }
          value={startsAt}
          onChange={setStartsAt}
        />
        <DateTimeField
          label="Due"
          hint={
            duty?.within
              ? 'By the period of the law, unless said otherwise.'
              : 'Without delay, unless said otherwise.'
          }
          value={dueAt}
          onChange={setDueAt}
        />
      </FieldRow>
    </FormDialog>
  );
}

function About({ duty, startsAt }: { duty: ReportingDuty; startsAt: string | null }) {
  const { who, trigger, to, within, note } = duty;
  const period = within ? `${within.count} ${within.unit.replace('_', ' ')}` : 'without delay';
  return (
    <div className={styles.about}>
      <p>
        {who} tells: {to}, {within ? `within ${period}` : period}
        {within && startsAt ? ` (${new Date(clockDue(startsAt, within)).toLocaleDateString('en-GB')})` : ''}.
      </p>
      <p className={styles.quiet}>
        {trigger}. {note} {citation(duty)}.
      </p>
    </div>
  );
}
