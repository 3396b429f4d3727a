import { taskReason } from '@plumbline/shared/taxonomy/values/task';
import { Link } from '@tanstack/react-router';
import { Avatar } from '../../ui/avatar.js';
import { Icon } from '../../ui/icons/icon.js';
import { calendarDay } from '../../ui/time-words.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { type Task, useTasks } from './task-queries.js';
import styles from './tasks.module.css';

interface Props {
  workspace: string;
  items: readonly Task[];
  /** Whether each says what it is about; on the page of that very thing it need not. */
  about?: boolean;
  onOpen: (task: Task) => void;
}

/** Tasks, one a line: done or not, what, about what, by when, whose. */
export function TaskList({ workspace, items, about = false, onOpen }: Props) {
  return (
    <ul className={styles.list}>
      {items.map((task) => (
        <li key={task.id} className={styles.item} data-ended={task.state === 'open' ? undefined : ''}>
          <Tick workspace={workspace} task={task} />
          <span className={styles.what}>
            <span>
              <button type="button" className={styles.title} onClick={() => onOpen(task)}>
                {task.title}
              </button>
              {task.link && (
                <a
                  href={task.link}
                  target="_blank"
                  rel="noreferrer noopener"
                  className={styles.elsewhere}
                  aria-label={`${task.title}, elsewhere`}
                >
                  <Icon name="external" />
                </a>
              )}
            </span>
            {about && <About workspace={workspace} task={task} />}
            {task.reason && <span className={styles.quiet}>{taskReason[task.reason]}</span>}
            {task.state === 'dropped' && <span className={styles.quiet}>dropped</span>}
          </span>
          <Due task={task} />
          <span className={styles.owner}>{task.owner && <Avatar name={task.owner.name} />}</span>
        </li>
      ))}
    </ul>
  );
}

/** Ends a task, or opens it again; either can be taken back. */
function Tick({ workspace, task }: { workspace: string; task: Task }) {
  const { edit } = useTasks(workspace);
  const move = (state: Task['state'], { id, version }: Pick<Task, 'id' | 'version'>): void =>
    edit.mutate(
      { id, version, body: { state } },
      {
        onSuccess: (moved) =>
          toast(moved.state === 'open' ? `Open again: ${task.title}` : `Done: ${task.title}`, {
            undo: () => move(task.state, moved),
          }),
        onError: toastFailure,
      },
    );
  const ended = task.state !== 'open';
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={ended}
      aria-label={`Done: ${task.title}`}
      className={styles.tick}
      disabled={!task.mayEdit || edit.isPending}
      title={task.mayEdit ? undefined : 'Triagers, and who made or owns a task, end it.'}
      onClick={() => move(ended ? 'open' : 'done', task)}
    >
      {ended && <Icon name={task.state === 'done' ? 'check' : 'close'} />}
    </button>
  );
}

function Due({ task: { dueOn, overdue } }: { task: Task }) {
  if (!dueOn) return <span className={styles.due} />;
  return (
    <span className={overdue ? styles.overdue : styles.due}>
      {overdue && 'overdue, '}
      <time dateTime={dueOn}>{calendarDay(dueOn)}</time>
    </span>
  );
}

function About({ workspace, task: { about } }: { workspace: string; task: Task }) {
  if (!about) return null;
  const { kind, ref, name } = about;
  switch (kind) {
    case 'incident':
      return (
        <Link to="/w/$workspace/incidents/$key" params={{ workspace, key: ref }} title={name}>
          {ref}
        </Link>
      );
    case 'system':
      return (
        <Link to="/w/$workspace/systems/$system" params={{ workspace, system: ref }}>
          {name}
        </Link>
      );
    case 'pair':
      return (
        <Link to="/w/$workspace/pairs/$id" params={{ workspace, id: ref }}>
          {name}
        </Link>
      );
    case 'rmf':
      return (
        <Link to="/w/$workspace/board" params={{ workspace }} search={{ line: ref }}>
          {ref}
        </Link>
      );
    default:
      return <span className={styles.quiet}>{name}</span>;
  }
}
