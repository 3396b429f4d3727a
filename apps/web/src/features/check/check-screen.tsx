import type { RunRow } from '@plumbline/shared/divergence/run/run-input';
import { type ReactNode, useEffect, useState } from 'react';
import { Skeleton } from '../../ui/states.js';
import styles from './check-screen.module.css';
import type { CheckedRun } from './checked-run.js';
import { DataPanel } from './data-panel.js';
import { Notices } from './notices.js';
import { PasteForm } from './paste-form.js';
import type { Pasted } from './pasted.js';
import { RunView } from './run-view.js';
import { useCheck } from './use-check.js';
import type { Verdict } from './words/verdict-words.js';

interface Props {
  pasted: Pasted;
  onPasted: (next: Pasted) => void;
  /** Why the link that was followed gave nothing. */
  brokenLink: string | null;
  /** What can be done with a checked run: shared, logged. */
  acts: (outcome: Outcome) => ReactNode;
}

/** What there is to act on. */
export interface Outcome {
  checked: CheckedRun;
  /** As they were pasted, those that can be read. */
  rows: readonly RunRow[];
  verdict: Verdict;
  /** What holds the chart's canvas, unless the table stands in its place. */
  picture: HTMLElement | null;
}

/** Two pasted columns, one sentence, one picture. */
export function CheckScreen({ pasted, onPasted, brokenLink, acts }: Props) {
  const { understood, checked } = useCheck(pasted);
  const [replacing, setReplacing] = useState(false);
  const setText = (text: string): void => {
    setReplacing(false);
    onPasted({ text, said: {} });
  };
  usePasteAnywhere(setText);
  if (typeof understood === 'string' || replacing) {
    const onBack = replacing ? () => setReplacing(false) : undefined;
    return <PasteForm text={pasted.text} onText={setText} onBack={onBack} refusal={brokenLink} />;
  }
  const onSaid = (said: Pasted['said']): void => onPasted({ ...pasted, said });
  const notices = <Notices understood={understood} checked={checked} said={pasted.said} onSaid={onSaid} />;
  return (
    <div className={styles.screen}>
      <div className={styles.work}>
        {understood.trouble && (
          <p role="alert" className={styles.trouble}>
            {understood.trouble}
          </p>
        )}
        {checked && (
          <RunView
            checked={checked}
            notices={notices}
            acts={(verdict, picture) => acts({ checked, rows: understood.rows, verdict, picture })}
          />
        )}
        {!checked && !understood.trouble && <Skeleton rows={6} height={64} />}
      </div>
      <DataPanel
        understood={understood}
        checked={checked}
        pasted={pasted}
        onSaid={onSaid}
        onReplace={() => setReplacing(true)}
      />
    </div>
  );
}

/** Outside of a field a paste replaces what is there. */
function usePasteAnywhere(take: (text: string) => void): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (event.defaultPrevented || isField(event.target) || text.trim() === '') return;
      event.preventDefault();
      take(text);
    };
    addEventListener('paste', onPaste);
    return () => removeEventListener('paste', onPaste);
  });
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null
  );
}
