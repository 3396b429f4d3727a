import type { CsvPoints, RowProblem } from './read-points.js';
import type { Sending } from './use-send-points.js';
import styles from './csv.module.css';

interface Props {
  file: CsvPoints;
  rows: number;
  sending: Sending | null;
  why: string | null;
}

const mostShown = 50;
const count = (number: number, one: string, many = `${one}s`) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

/** What the file comes to: tried, under way, added, and what is wrong with which row. */
export function CsvVerdict({ file, rows, sending, why }: Props) {
  const problems = [...file.problems, ...(sending?.refused ?? [])].toSorted((a, b) => a.line - b.line);
  return (
    <div className={styles.verdict}>
      <p role="status">{why ?? words(file, rows, sending)}</p>
      {sending?.state === 'under way' && (
        <progress className={styles.progress} max={sending.total} value={sending.done} aria-label="Sent" />
      )}
      {sending?.state === 'failed' && (
        <p role="alert" className={styles.refused}>
          {sending.error?.message}{' '}
          {sending.way === 'store' && 'Go on where it stopped, nothing is added twice.'}
        </p>
      )}
      {!why && problems.length > 0 && <Problems problems={problems} />}
    </div>
  );
}

function words(file: CsvPoints, rows: number, sending: Sending | null): string {
  const empty = file.empty > 0 ? ` ${count(file.empty, 'empty cell')} passed over.` : '';
  if (file.points.length === 0) return `${count(rows, 'row')}, no value among them.${empty}`;
  if (!sending) return `${count(rows, 'row')}.`;
  const { way, state, done, total, accepted } = sending;
  if (state === 'under way')
    return `${way === 'trial' ? 'Trying' : 'Adding'}: ${done.toLocaleString('en')} of ${count(total, 'value')}.`;
  if (state === 'failed') return `${count(done, 'value')} of ${total.toLocaleString('en')} went through.`;
  const good = way === 'trial' ? 'can be added' : accepted === 1 ? 'is added' : 'are added';
  return `${count(rows, 'row')}: ${count(accepted, 'value')} ${good}.${empty}`;
}

function Problems({ problems }: { problems: readonly RowProblem[] }) {
  const shown = together(problems);
  return (
    <details className={styles.problems} open={shown.length <= 6}>
      <summary>{count(problems.length, 'row does', 'rows do')} not fit</summary>
      <ul>
        {shown.slice(0, mostShown).map(({ rows, message }) => (
          <li key={`${rows} ${message}`}>
            {rows}: {message}
          </li>
        ))}
        {shown.length > mostShown && <li>and {(shown.length - mostShown).toLocaleString('en')} more</li>}
      </ul>
    </details>
  );
}

/** The same sentence about many rows is said once. */
export function together(problems: readonly RowProblem[]): { rows: string; message: string }[] {
  const lines = new Map<string, number[]>();
  for (const { line, message } of problems) {
    const known = lines.get(message);
    if (known) known.push(line);
    else lines.set(message, [line]);
  }
  return [...lines].map(([message, [first, ...rest]]) => ({
    rows: rest.length === 0 ? `Row ${first}` : `Row ${first} and ${rest.length.toLocaleString('en')} more`,
    message,
  }));
}
