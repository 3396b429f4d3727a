import {
  type RmfCategory,
  rmfCategories,
  type RmfSubcategory,
  rmfSubcategories,
} from '@plumbline/shared/taxonomy/rmf';
import { rmfStatementState } from '@plumbline/shared/taxonomy/values/mitigation';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../ui/button.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { Skeleton } from '../../ui/states.js';
import { calendarDay } from '../../ui/time-words.js';
import type { Named } from './incident-rmf.js';
import { type Statement, statementsQuery } from './rmf-queries.js';
import styles from './statements.module.css';

const StatementDialog = lazy(() =>
  import('./statement-dialog.js').then((m) => ({ default: m.StatementDialog })),
);

interface Props {
  workspace: string;
  /** `MEASURE 2` or `MEASURE 2.13`; null for what is due anywhere. */
  line: string | null;
  /** One system's board; null for all of them. */
  system: string | null;
  systems: readonly Named[];
  people: readonly Named[];
  /** Why nothing can be stated, or null. */
  why: string | null;
  /** Today, `2026-11-25`. */
  today: string;
}

/** Where systems stand on one line of the board, by subcategory; without a line, whose review is due. */
export function StatementsPanel({ workspace, line, system, systems, people, why, today }: Props) {
  const statements = useQuery(statementsQuery(workspace, system));
  const [open, setOpen] = useState<Statement | 'new' | null>(null);
  return (
    <Section
      title={line ? `${line}, ${labelOf(line).toLowerCase()}` : 'Where systems stand'}
      meta={
        <Button variant="bare" icon="plus" disabledReason={why} onClick={() => setOpen('new')}>
          State
        </Button>
      }
    >
      <QueryView of={statements} skeleton={<Skeleton rows={3} />}>
        {({ items }) => {
          const shown = items.filter((one) => (line ? within(line, one.subcategory) : isDue(one, today)));
          return (
            <>
              <p className={styles.summary}>{summary(line, items, shown)}</p>
              <ul className={styles.list}>
                {shown.map((one) => (
                  <Line key={one.id} statement={one} today={today} onOpen={why ? null : () => setOpen(one)} />
                ))}
              </ul>
            </>
          );
        }}
      </QueryView>
      <Suspense>
        {open && (
          <StatementDialog
            workspace={workspace}
            statement={open === 'new' ? null : open}
            line={line}
            system={system}
            systems={systems}
            people={people}
            onClose={() => setOpen(null)}
          />
        )}
      </Suspense>
    </Section>
  );
}

interface LineProps {
  statement: Statement;
  today: string;
  onOpen: (() => void) | null;
}

function Line({ statement, today, onOpen }: LineProps) {
  const { systemName, subcategory, state, target, evidence, owner, evidenceOn, reviewOn } = statement;
  return (
    <li className={styles.line}>
      <div className={styles.head}>
        {onOpen ? (
          <button type="button" className={styles.name} onClick={onOpen}>
            {systemName}
          </button>
        ) : (
          <span className={styles.name}>{systemName}</span>
        )}
        <span className={styles.state} data-state={state}>
          {rmfStatementState[state]}
        </span>
      </div>
      <p className={styles.quiet}>
        {subcategory}, {labelOf(subcategory).toLowerCase()}
      </p>
      {target && <p>{target}</p>}
      {evidence && <p className={styles.second}>{evidence}</p>}
      <p className={styles.quiet}>
        {[
          owner ? owner.name : 'no owner',
          evidenceOn ? `evidence of ${calendarDay(evidenceOn)}` : 'no evidence yet',
          reviewOn &&
            (isDue(statement, today)
              ? `review was due on ${calendarDay(reviewOn)}`
              : `review on ${calendarDay(reviewOn)}`),
        ]
          .filter(Boolean)
          .join('; ')}
      </p>
    </li>
  );
}

const within = (line: string, subcategory: string): boolean =>
  subcategory === line || subcategory.startsWith(`${line}.`);

const isDue = ({ reviewOn }: Statement, today: string): boolean => reviewOn !== null && reviewOn < today;

function labelOf(line: string): string {
  return rmfSubcategories[line as RmfSubcategory] ?? rmfCategories[line as RmfCategory] ?? '';
}

function summary(line: string | null, all: readonly Statement[], shown: readonly Statement[]): string {
  if (line)
    return shown.length === 0
      ? 'No system has stated where it stands here. Silence is not evidence.'
      : counted(shown.length, 'statement', 'statements');
  if (all.length === 0)
    return 'A statement says where one system stands on a subcategory: what is meant, what shows it, who owns it, and when it is looked at again.';
  const reviews = shown.length === 0 ? 'No review is due.' : 'Due for review:';
  return `${counted(all.length, 'statement', 'statements')} Choose a line of the board for its own. ${reviews}`;
}

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}.` : `${count} ${many}.`;
