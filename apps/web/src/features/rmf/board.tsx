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
import { boardSentence } from './board-sentence.js';
import { stepByArrows } from './step-by-arrows.js';
import type { Board } from './rmf-queries.js';

/** Where governance has gaps: 19 categories that open to 72 subcategories. */
export function RmfBoard({ workspace, board }: { workspace: string; board: Board }) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (category: string): void =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(category)) next.add(category);
      return next;
    });
  return (
    <>
      <div className={styles.sentence}>
        <Verdict>{boardSentence(board)}</Verdict>
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
              {['Incidents', 'Open', 'Gaps', 'Failed', 'Mitigations', 'Statements'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {board.categories.map(({ category, ...figures }) => (
              <Fragment key={category}>
                <BoardRow
                  workspace={workspace}
                  id={category}
                  label={rmfCategories[category as RmfCategory]}
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
                        workspace={workspace}
                        id={subcategory}
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
