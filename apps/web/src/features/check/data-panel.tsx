import { Button } from '../../ui/button.js';
import { useCommands } from '../../ui/commands/command-registry.js';
import type { CheckedRun } from './checked-run.js';
import styles from './data-panel.module.css';
import type { Pasted } from './pasted.js';
import { SmallSelect } from '../../ui/small-select.js';
import type { ColumnKind, ColumnRole } from './table/column-guess.js';
import { readNumber, readTime } from '../../ui/text-table/read-cell.js';
import type { SaidColumns } from './table/read-columns.js';
import type { Understood } from './understand.js';

interface Props {
  understood: Understood;
  checked: CheckedRun | null;
  pasted: Pasted;
  onSaid: (said: SaidColumns) => void;
  onReplace: () => void;
}

const mostShown = 500;
const roleNames: Record<ColumnRole, string> = {
  axis: 'axis',
  proxy: 'proxy',
  intent: 'intent',
  n: 'n',
  ignore: 'not used',
};
const axisNames = { step: 'steps', time: 'time', kl: 'KL' } as const;
const directionNames = { higher: 'higher is better', lower: 'lower is better' } as const;
const scaleNames = {
  share: 'shares, 0 to 1',
  percent: 'percentages',
  score: 'scores',
  unbounded: 'any numbers',
} as const;

/** The pasted rows as a table, and what each column means: as guessed, until somebody says otherwise. */
export function DataPanel({ understood, checked, pasted: { said }, onSaid, onReplace }: Props) {
  const { table, choice, problems } = understood;
  useCommands([
    {
      id: 'check.replace',
      label: 'Replace the pasted data',
      group: 'Quick check',
      keys: 'r',
      run: onReplace,
    },
  ]);
  const setRole = (at: number, role: ColumnRole): void => {
    const roles = [...choice.roles];
    const other = roles.indexOf(role);
    // Each meaning once: the column that had it takes the other's.
    if (role !== 'ignore' && other >= 0) roles[other] = roles[at]!;
    roles[at] = role;
    onSaid({ ...said, roles });
  };
  const setKind = (half: 'proxy' | 'intent', part: Partial<ColumnKind>): void =>
    onSaid({ ...said, [half]: { ...said[half], ...part } });
  const onset = rowOfOnset(understood, checked);
  return (
    <section className={styles.panel} aria-label="Pasted data">
      <div className={styles.head}>
        <h2>Pasted data</h2>
        <Button variant="bare" keys="r" onClick={onReplace}>
          Replace
        </Button>
      </div>
      {/* It scrolls, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Rows">
        <table className={styles.table}>
          <thead>
            <tr>
              {table.names.map((name, at) => (
                <th key={at} scope="col" data-role={choice.roles[at]} title={name}>
                  {name}
                </th>
              ))}
            </tr>
            <tr>
              {table.names.map((name, at) => (
                <td key={at}>
                  <SmallSelect
                    label={`${name} is the`}
                    options={roleNames}
                    value={choice.roles[at]!}
                    onChange={(role) => setRole(at, role)}
                  />
                </td>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.slice(0, mostShown).map((cells, row) => (
              <tr key={table.lines[row]} data-onset={row === onset || undefined}>
                {cells.map((cell, at) => (
                  <td key={at} data-role={choice.roles[at]}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.note}>{rowsWords(understood)}</p>
      <dl className={styles.kinds}>
        {choice.roles.includes('axis') && (
          <div>
            <dt>axis</dt>
            <dd>
              <SmallSelect
                label="The axis counts"
                options={axisNames}
                value={choice.axis}
                onChange={(axis) => onSaid({ ...said, axis })}
              />
            </dd>
          </div>
        )}
        {(['proxy', 'intent'] as const).map((half) => (
          <div key={half}>
            <dt data-role={half}>{half}</dt>
            <dd>
              <SmallSelect
                label={`Direction of the ${half}`}
                options={directionNames}
                value={choice[half].direction}
                onChange={(direction) => setKind(half, { direction })}
              />
              <SmallSelect
                label={`Scale of the ${half}`}
                options={scaleNames}
                value={choice[half].scale}
                onChange={(scale) => setKind(half, { scale })}
              />
            </dd>
          </div>
        ))}
      </dl>
      {problems.length > 0 && (
        <details className={styles.problems}>
          <summary>
            {problems.length === 1 ? 'One cell was not used' : `${problems.length} cells were not used`}
          </summary>
          <ul>
            {problems.slice(0, 50).map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function rowsWords({ table }: Understood): string {
  const { length } = table.rows;
  const words = `${length.toLocaleString('en')} ${length === 1 ? 'row' : 'rows'}, ${table.names.length} columns.`;
  return length > mostShown ? `${words} The first ${mostShown} are shown.` : words;
}

/** The row at which the plumb line hangs: the last one before it. */
function rowOfOnset({ table, choice }: Understood, checked: CheckedRun | null): number | null {
  if (!checked || checked.check.pDiverged <= 0.5) return null;
  const located = checked.check.turningPoint ?? checked.check.onset;
  if (!located) return null;
  const axis = choice.roles.indexOf('axis');
  let found: number | null = null;
  table.rows.forEach((cells, row) => {
    const cell = cells[axis];
    const x =
      cell === undefined
        ? row + 1
        : choice.axis === 'time'
          ? readTime(cell)
          : readNumber(cell, table.decimalComma);
    if (typeof x === 'number' && x <= located.at) found = row;
  });
  return found;
}
