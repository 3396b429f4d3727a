import { Link } from '@tanstack/react-router';
import { Icon } from '../../ui/icons/icon.js';
import styles from './board.module.css';
import type { Figures } from './rmf-queries.js';

interface Props {
  workspace: string;
  /** `MEASURE 2` or `MEASURE 2.13`. */
  id: string;
  label: string;
  figures: Figures;
  /** Of a category: whether its subcategories are shown. */
  expanded?: boolean;
  onToggle?: () => void;
}

const working = 'open,investigating,mitigating,monitoring';

/** One line of the board; every figure about incidents leads to the list behind it. */
export function BoardRow({ workspace, id, label, figures, expanded, onToggle }: Props) {
  const { incidents, open, gaps, failedControls, mitigations, statements } = figures;
  const cell = (count: number, words: string, search: object, what: string, look?: string) => (
    <td className={look}>
      {count === 0 ? (
        <span className={styles.none}>{words}</span>
      ) : (
        <Link
          to="/w/$workspace/incidents"
          params={{ workspace }}
          search={{ rmf: id, state: 'pending,accepted,snoozed', ...search }}
          aria-label={`${words}${what} in ${id}`}
        >
          {words}
        </Link>
      )}
    </td>
  );
  const gapWords = gaps === 0 ? 'none' : gaps === 1 ? '1 gap' : `${gaps} gaps`;
  return (
    <tr data-level={onToggle ? 'category' : 'subcategory'}>
      <th scope="row">
        {onToggle ? (
          <button type="button" className={styles.toggle} aria-expanded={expanded} onClick={onToggle}>
            <Icon name={expanded ? 'chevronDown' : 'chevronRight'} />
            <span className={styles.id}>{id}</span>
            <span>{label}</span>
          </button>
        ) : (
          <span className={styles.sub}>
            <span className={styles.id}>{id}</span>
            <span>{label}</span>
          </span>
        )}
      </th>
      {cell(incidents, String(incidents), {}, incidents === 1 ? ' incident' : ' incidents')}
      {cell(open, String(open), { state: undefined, status: working }, ' open')}
      {cell(gaps, gapWords, { assessment: 'gap' }, '', gaps > 0 ? styles.gap : undefined)}
      {cell(
        failedControls,
        String(failedControls),
        { assessment: 'failed_control' },
        failedControls === 1 ? ' failed control' : ' failed controls',
      )}
      <td className={mitigations === 0 ? styles.none : undefined}>{mitigations}</td>
      <td className={statements === 0 ? styles.none : undefined}>{statements}</td>
    </tr>
  );
}
