import { useState } from 'react';
import { SelectField } from '../../ui/choice-field.js';
import { Button } from '../../ui/button.js';
import { TextArea, TextField } from '../../ui/field.js';
import { FieldRow, FormDialog } from '../../ui/form-dialog.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { type NewTask, type Task, useTasks } from './task-queries.js';
import styles from './tasks.module.css';

export interface Named {
  id: string;
  name: string;
}

interface Props {
  workspace: string;
  /** The task to edit; none: a new one. */
  task?: Task;
  /** What a new one is about. */
  about?: Pick<NewTask, 'incident' | 'system' | 'pair' | 'mitigation' | 'rmf'>;
  people: readonly Named[];
  onClose: () => void;
}

/** Writes a task down, or changes one. */
export function TaskDialog({ workspace, task, about = {}, people, onClose }: Props) {
  const { add, edit } = useTasks(workspace);
  const [title, setTitle] = useState(task?.title ?? '');
  const [note, setNote] = useState(task?.note ?? '');
  const [link, setLink] = useState(task?.link ?? '');
  const [ownerId, setOwnerId] = useState(task?.owner?.id ?? null);
  const [dueOn, setDueOn] = useState(task?.dueOn ?? '');
  const fields = { title: title.trim(), note, link: link.trim(), ownerId, dueOn: dueOn || null };
  const saving = task ? edit : add;
  const readOnly = task !== undefined && !task.mayEdit;
  const change = (body: object, words: string): void =>
    edit.mutate(
      { id: task!.id, version: task!.version, body },
      {
        onSuccess: () => {
          toast(words);
          onClose();
        },
        onError: toastFailure,
      },
    );
  const submit = (): void => {
    if (task) return change(fields, 'Task saved.');
    add.mutate(
      { ...fields, ...about },
      {
        onSuccess: () => {
          toast('Task added.');
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={task ? 'Task' : `Add a task${about.incident ? ` to ${about.incident}` : ''}`}
      verb={task ? 'Save task' : 'Add task'}
      pending={saving.isPending}
      error={saving.error}
      why={
        readOnly
          ? 'Triagers, and who made or owns a task, edit it.'
          : fields.title
            ? null
            : 'Say first what has to be done.'
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label="What has to be done"
        note="the one required field"
        data-autofocus
        maxLength={200}
        readOnly={readOnly}
        value={title}
        onChange={setTitle}
      />
      <FieldRow>
        <SelectField
          label="Owner"
          clearable
          data={people.map(({ id, name: label }) => ({ value: id, label }))}
          readOnly={readOnly}
          value={ownerId}
          onChange={setOwnerId}
        />
        <TextField label="Due" type="date" readOnly={readOnly} value={dueOn} onChange={setDueOn} />
      </FieldRow>
      <TextField
        label="Link"
        hint="Where it stands elsewhere, such as a ticket."
        type="url"
        readOnly={readOnly}
        value={link}
        onChange={setLink}
      />
      <TextArea label="Note" readOnly={readOnly} value={note} onChange={setNote} />
      {task && !readOnly && task.state === 'open' && (
        <div className={styles.drop}>
          <Button variant="bare" onClick={() => change({ state: 'dropped' }, `Dropped: ${task.title}`)}>
            Drop this task
          </Button>
        </div>
      )}
    </FormDialog>
  );
}
