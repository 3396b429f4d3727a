import { type ClockState, clockState } from '@plumbline/shared/taxonomy/values/duty';
import { useState } from 'react';
import { DateTimeField } from '../../ui/date-time-field.js';
import { TextArea, TextField } from '../../ui/field.js';
import { FieldRow, FormDialog } from '../../ui/form-dialog.js';
import { Segmented } from '../../ui/segmented.js';
import { toast } from '../../ui/toast/toasts.js';
import { type ClockEdit, type ReportingClock, useClocks } from './clock-queries.js';

interface Props {
  workspace: string;
  incidentKey: string;
  clock: ReportingClock;
  onClose: () => void;
}

const states = Object.entries(clockState).map(([value, label]) => ({ value: value as ClockState, label }));
const noteLabels: Record<ClockState, string> = {
  running: 'Note',
  reported: 'What was filed, and where',
  not_reportable: 'Not reportable because',
};

/** One clock: its dates, and how it was settled. */
export function ClockDialog({ workspace, incidentKey, clock, onClose }: Props) {
  const { edit } = useClocks(workspace, incidentKey);
  const [state, setState] = useState<ClockState>(clock.state);
  const [name, setName] = useState(clock.name);
  const [authority, setAuthority] = useState(clock.authority);
  const [startsAt, setStartsAt] = useState<string | null>(clock.startsAt);
  const [dueAt, setDueAt] = useState<string | null>(clock.dueAt);
  const [note, setNote] = useState(clock.note);
  const why =
    state === 'not_reportable' && !note.trim()
      ? 'Say first why it is not reportable.'
      : name.trim()
        ? null
        : 'A clock needs a name.';
  const save = (): void => {
    const fields = { state, name: name.trim(), authority: authority.trim(), dueAt, note: note.trim() };
    const body: ClockEdit = { ...fields, ...(startsAt && { startsAt }) };
    edit.mutate(
      { id: clock.id, version: clock.version, body },
      {
        onSuccess: () => {
          toast(
            state === clock.state ? 'Clock saved.' : `${clock.name}: ${clockState[state].toLowerCase()}.`,
          );
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title="Reporting clock"
      verb="Save clock"
      pending={edit.isPending}
      error={edit.error}
      why={why}
      onSubmit={save}
      onClose={onClose}
    >
      <Segmented label="State" options={states} value={state} onChange={setState} />
      <TextArea label={noteLabels[state]} data-autofocus maxLength={5000} value={note} onChange={setNote} />
      <TextField label="Duty" maxLength={200} value={name} onChange={setName} />
      <TextField label="To whom" maxLength={200} value={authority} onChange={setAuthority} />
      <FieldRow>
        <DateTimeField label="Runs from" value={startsAt} onChange={setStartsAt} />
        <DateTimeField label="Due" hint="Empty: without delay." value={dueAt} onChange={setDueAt} />
      </FieldRow>
    </FormDialog>
  );
}
