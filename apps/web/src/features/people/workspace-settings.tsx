import { weekday, type Weekday } from '@plumbline/shared/taxonomy/values/weekday';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, type Response } from '../../client/call.js';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/choice-field.js';
import { TextField } from '../../ui/field.js';
import { FieldRow } from '../../ui/form-dialog.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { writeSomething } from './credential-checks.js';
import { ExampleStory } from './example-story.js';
import styles from './settings.module.css';

type Workspace = Response<'GET /workspace'>;

/** What the workspace is called, which time zone its days follow, when its meeting is; the example story. */
export function WorkspaceSettings({ workspace, admin }: { workspace: string; admin: boolean }) {
  const query = useQuery({
    queryKey: ['workspace', workspace],
    queryFn: ({ signal }) => call('GET /workspace', { signal }),
  });
  return (
    <>
      <Section title="Workspace">
        <QueryView of={query}>
          {(it) => <WorkspaceForm key={it.version} workspace={it} admin={admin} />}
        </QueryView>
      </Section>
      <ExampleStory workspace={workspace} admin={admin} />
    </>
  );
}

function WorkspaceForm({ workspace, admin }: { workspace: Workspace; admin: boolean }) {
  const queries = useQueryClient();
  const [name, setName] = useState(workspace.name);
  const [timeZone, setTimeZone] = useState(workspace.timeZone);
  const [meetingDay, setMeetingDay] = useState(workspace.meetingDay);
  const [meetingTime, setMeetingTime] = useState(workspace.meetingTime);
  const wanted = { name: name.trim(), timeZone: timeZone.trim(), meetingDay, meetingTime };
  const save = useMutation({
    mutationFn: () => call('PATCH /workspace', { body: wanted, ifMatch: workspace.version }),
    onSuccess: () => {
      toast('Saved.');
      void queries.invalidateQueries({ queryKey: ['workspace'] });
      void queries.invalidateQueries({ queryKey: ['session'] });
    },
    onError: toastFailure,
  });
  const same = Object.entries(wanted).every(([field, value]) => workspace[field as 'name'] === value);
  const why = admin
    ? (writeSomething(name) ?? (same ? 'It is already so.' : null))
    : 'Only administrators of this workspace change this.';
  return (
    <form
      className={`${styles.form} ${styles.narrow}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (!why) save.mutate();
      }}
    >
      <TextField label="Name" value={name} onChange={setName} check={writeSomething} />
      <TextField
        label="Time zone"
        hint="Such as Europe/Zurich; deadlines follow it."
        value={timeZone}
        onChange={setTimeZone}
      />
      <FieldRow>
        <SelectField
          label="Triage meeting"
          allowDeselect={false}
          data={Object.entries(weekday).map(([value, label]) => ({ value, label }))}
          value={meetingDay}
          onChange={(day) => setMeetingDay(day as Weekday)}
        />
        <TextField label="At" type="time" value={meetingTime} onChange={setMeetingTime} />
      </FieldRow>
      <div>
        <Button type="submit" pending={save.isPending} disabledReason={why}>
          Save
        </Button>
      </div>
    </form>
  );
}
