import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { TextArea } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Segmented } from '../../ui/segmented.js';
import { calendarDay } from '../../ui/time-words.js';
import { toastFailure } from '../../ui/toast/toasts.js';
import { Meta } from '../../ui/words.js';
import { type Loophole, type Objective, useMoveLoophole, useNoteLoophole } from './objectives-queries.js';
import type { Permissions } from './permissions.js';
import styles from './systems.module.css';

const states = [
  { value: 'open', label: 'Open' },
  { value: 'closed', label: 'Closed' },
  { value: 'accepted', label: 'Accepted' },
] as const;

function stateWord(state: Loophole['state']): string {
  return states.find(({ value }) => value === state)!.label;
}

/** The known ways to satisfy the specification without the intent. */
export function LoopholeLog({ objective, whyNotAdd, whyNotChange }: Permissions & { objective: Objective }) {
  const [noting, setNoting] = useState(false);
  const { loopholes } = objective;
  return (
    <div>
      <div className={styles.objectiveHead}>
        <h4>Loophole log</h4>
        <Button
          variant="bare"
          icon="plus"
          disabledReason={whyNotAdd}
          aria-label={`Note a loophole of ${objective.name}`}
          onClick={() => setNoting(true)}
        >
          Note
        </Button>
      </div>
      {loopholes.length === 0 ? (
        <Meta>None known. Every specification has some.</Meta>
      ) : (
        <ul className={styles.loopholes}>
          {loopholes.map((loophole) => (
            <OneLoophole key={loophole.id} loophole={loophole} readOnly={whyNotChange !== null} />
          ))}
        </ul>
      )}
      {noting && <NoteLoophole objective={objective} onClose={() => setNoting(false)} />}
    </div>
  );
}

function OneLoophole({ loophole, readOnly }: { loophole: Loophole; readOnly: boolean }) {
  const move = useMoveLoophole();
  return (
    <li>
      <div>
        {loophole.description} <Meta>found {calendarDay(loophole.foundOn)}</Meta>
      </div>
      {readOnly ? (
        <span>{stateWord(loophole.state)}</span>
      ) : (
        <Segmented
          label={`State of the loophole: ${loophole.description}`}
          options={states}
          value={move.isPending ? move.variables.state : loophole.state}
          onChange={(state) => move.mutate({ ...loophole, state }, { onError: toastFailure })}
        />
      )}
    </li>
  );
}

function NoteLoophole({ objective, onClose }: { objective: Objective; onClose: () => void }) {
  const [description, setDescription] = useState('');
  const note = useNoteLoophole(objective.id);
  return (
    <FormDialog
      title="Note a loophole"
      verb="Note loophole"
      pending={note.isPending}
      error={note.error}
      why={description.trim() ? null : 'Describe it first.'}
      onClose={onClose}
      onSubmit={() => note.mutate(description, { onSuccess: onClose })}
    >
      <TextArea
        label="How could the specification be met without the intent?"
        data-autofocus
        maxLength={2000}
        value={description}
        onChange={setDescription}
      />
    </FormDialog>
  );
}
