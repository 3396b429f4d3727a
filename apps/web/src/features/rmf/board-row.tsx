import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from '../../ui/icons/icon.js';
import styles from './board.module.css';
import type { Figures } from './rmf-queries.js';

interface Props {
  workspace: string;
  /** One system's board; null for all of them. */
  system: string | null;
  /** `MEASURE 2` or `MEASURE 2.13`. */
  id: string;
  label: string;
  /** The function, before its first category. */
  heading?: string;
  figures: Figures;
  /** Its statements stand beside the board. */
  chosen: boolean;
  onChoose: () => void;
  /** Of a category: whether its subcategories are shown. */
  expanded?: boolean;
  onToggle?: () => void;
}

const working = 'open,investigating,mitigating,monitoring';

/** One line of the board; every figure leads to the list behind it. */
export function BoardRow({ workspace, system, id, label, heading, figures, ...row }: Props) {
  const { incidents, open, gaps, failedControls, mitigations } = figures;
  const cell = (count: number, one: string, many: string, search: object, gap = false) => (
    <Cell count={count} gap={gap}>
      <Link
        to="/w/$workspace/incidents"
        params={{ workspace }}
        search={{ rmf: id, state: 'pending,accepted,snoozed', ...(system && { system }), ...search }}
        aria-label={`${count} ${count === 1 ? one : many} in ${id}`}
      >
        <Figure count={count} words={count === 1 ? one : many} spelt={gap} />
      </Link>
    </Cell>
  );
  return (
    <tr data-level={row.onToggle ? 'category' : 'subcategory'} data-chosen={row.chosen || undefined}>
      <th scope="row">
        <span className={styles.lead}>
          <span className={styles.heading} aria-hidden="true">
            {heading}
          </span>
          {row.onToggle ? (
            <button
              type="button"
              className={styles.toggle}
              aria-expanded={row.expanded}
              onClick={row.onToggle}
            >
              <Icon name={row.expanded ? 'chevronDown' : 'chevronRight'} />
              <span className={styles.id}>{id}</span>
              <span>{label}</span>
            </button>
          ) : (
            <span className={styles.sub}>
              <span className={styles.id}>{id}</span>
              <span>{label}</span>
            </span>
          )}
        </span>
      </th>
      {cell(incidents, 'incident', 'incidents', {})}
      {cell(open, 'open', 'open', { state: undefined, status: working })}
      {cell(gaps, 'gap', 'gaps', { assessment: 'gap' }, true)}
      {cell(failedControls, 'failed control', 'failed controls', { assessment: 'failed_control' })}
      <Cell count={mitigations}>
        <Link
          to="/w/$workspace/mitigations"
          params={{ workspace }}
          search={{ rmf: id, status: 'active,verified' }}
          aria-label={`${mitigations} ${mitigations === 1 ? 'mitigation' : 'mitigations'} in ${id}`}
        >
          <Figure count={mitigations} words={mitigations === 1 ? 'mitigation' : 'mitigations'} />
        </Link>
      </Cell>
      <td>
        <Standing id={id} figures={figures} chosen={row.chosen} onChoose={row.onChoose} />
      </td>
    </tr>
  );
}

function Cell({ count, gap = false, children }: { count: number; gap?: boolean; children: ReactNode }) {
  if (count === 0)
    return (
      <td data-none="">
        <span className={styles.none}>{gap ? 'none' : 0}</span>
      </td>
    );
  return <td className={gap ? styles.gap : undefined}>{children}</td>;
}

/** A number; a gap is always spelt out, the others where the heads of the columns are gone. */
function Figure({ count, words, spelt = false }: { count: number; words: string; spelt?: boolean }) {
  if (spelt)
    return (
      <>
        <span className={`hatched ${styles.hatch}`} aria-hidden="true" />
        <span>
          {count} {words}
        </span>
      </>
    );
  return (
    <>
      {count}
      <span className={styles.words}> {words}</span>
    </>
  );
}

interface StandingProps {
  id: string;
  figures: Figures;
  chosen: boolean;
  onChoose: () => void;
}

/** How many of the statements are in place; opens them beside the board, also where there are none yet. */
function Standing({ id, figures: { statements, inPlace }, chosen, onChoose }: StandingProps) {
  const words = statements === 0 ? 'none' : `${inPlace} of ${statements}`;
  return (
    <button
      type="button"
      className={styles.standing}
      aria-pressed={chosen}
      aria-label={statements === 0 ? `none stated in ${id}` : `${words} in place in ${id}`}
      onClick={onChoose}
    >
      {statements > 0 && (
        <span className={styles.bar} aria-hidden="true">
          <i style={{ width: `${(100 * inPlace) / statements}%` }} />
        </span>
      )}
      <span className={statements === 0 ? styles.none : undefined}>
        {words}
        <span className={styles.words}>{statements === 0 ? ' stated' : ' in place'}</span>
      </span>
    </button>
  );
}
