import {
  type RmfCategory,
  rmfCategories,
  type RmfSubcategory,
  rmfSubcategories,
} from '@plumbline/shared/taxonomy/rmf';
import { Fragment, useState } from 'react';
import { Verdict } from '../../ui/words.js';
import { BoardRow } from './board-row.js';
import styles from './board.module.css';
import { boardSentence, unstatedSentence } from './board-sentence.js';
import type { Board } from './rmf-queries.js';
import { stepByArrows } from './step-by-arrows.js';

interface Props {
  workspace: string;
  /** One system's board; null for all of them. */
  system: string | null;
  board: Board;
  /** The category or subcategory whose statements stand beside the board. */
  line: string | null;
  onLine: (line: string) => void;
}

const heads = ['Incidents', 'Open', 'Gaps', 'Failed', 'Mitigations', 'In place'];
const categoryOf = (line: string): string => line.split('.', 1)[0]!;
const functionOf = (category: string): string => category.split(' ', 1)[0]!;

/** Where governance has gaps: 19 categories that open to 72 subcategories. */
export function RmfBoard({ workspace, system, board, line, onLine }: Props) {
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(line?.includes('.') ? [categoryOf(line)] : []),
  );
  const toggle = (category: string): void =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(category)) next.add(category);
      return next;
    });
  const row = (id: string) => ({
    workspace,
    system,
    id,
    chosen: line === id,
    onChoose: () => onLine(id),
  });
  return (
    <>
      <div className={styles.sentence}>
        <Verdict>
          {boardSentence(board)} <span className={styles.second}>{unstatedSentence(board)}</span>
        </Verdict>
      </div>
      <div className={styles.scroll}>
        <table
          ref={stepByArrows}
          className={styles.table}
          aria-label="NIST AI RMF by category and subcategory"
        >
          <thead>
            <tr>
              <th scope="col">Category</th>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {board.categories.map(({ category, ...figures }, place) => (
              <Fragment key={category}>
                <BoardRow
                  {...row(category)}
                  label={rmfCategories[category as RmfCategory]}
                  heading={headingOf(category, board.categories[place - 1]?.category)}
                  figures={figures}
                  expanded={open.has(category)}
                  onToggle={() => toggle(category)}
                />
                {open.has(category) &&
                  board.items
                    .filter(({ subcategory }) => subcategory.startsWith(`${category}.`))
                    .map(({ subcategory, ...each }) => (
                      <BoardRow
                        key={subcategory}
                        {...row(subcategory)}
                        label={rmfSubcategories[subcategory as RmfSubcategory]}
                        figures={each}
                      />
                    ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** `Govern` before GOVERN 1; undefined before the others of a function. */
function headingOf(category: string, before: string | undefined): string | undefined {
  const name = functionOf(category);
  if (before && functionOf(before) === name) return undefined;
  return name[0]! + name.slice(1).toLowerCase();
}
