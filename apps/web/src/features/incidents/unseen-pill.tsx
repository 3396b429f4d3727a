import { useEffect } from 'react';
import { Button } from '../../ui/button.js';
import styles from './unseen-pill.module.css';
import { clearUnseen, useUnseen } from './unseen-incidents.js';

interface Props {
  workspace: string;
  /** Loads the list anew, from its top. */
  onShow: () => void;
}

/** "3 new": incidents that came in while the list was on screen. Nothing moves until one asks. */
export function UnseenPill({ workspace, onShow }: Props) {
  const unseen = useUnseen(workspace);
  // A list that is opened has just been read.
  useEffect(() => clearUnseen(workspace), [workspace]);
  return (
    <div className={styles.place} role="status">
      {unseen.length > 0 && (
        <Button
          className={styles.pill}
          onClick={() => {
            clearUnseen(workspace);
            onShow();
          }}
        >
          {unseen.length} new: show {unseen.length === 1 ? 'it' : 'them'}
        </Button>
      )}
    </div>
  );
}
