import { classify, type GuideKnowledge, type GuidePath } from '@plumbline/shared/incident/classify';
import type { GuideOutcome } from '@plumbline/shared/incident/guide/guide-outcome';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.js';
import { isTyping } from '../../ui/commands/key-listener.js';
import { Dialog } from '../../ui/dialog.js';
import styles from './guide-dialog.module.css';
import { GuideEnd } from './guide-end.js';
import { GuideQuestion } from './guide-question.js';

interface Props {
  /** `INC-5`, or `20 incidents`. */
  what: string;
  known: GuideKnowledge;
  onBug: () => void;
  /** @param quote evidence, where the conclusion needs some */
  onSuggest: (
    outcome: Extract<GuideOutcome, { kind: 'suggestion' }>,
    confirmed: boolean,
    quote: string,
  ) => void;
  onClose: () => void;
}

const mostAnswers = 6;

/** One question at a time: digits answer, 0 is "not sure", Backspace goes back. It suggests; the person decides. */
export function GuideDialog({ what, known, onBug, onSuggest, onClose }: Props) {
  const [path, setPath] = useState<GuidePath>([]);
  const step = classify(path, known);
  const back = (): void => setPath(path.slice(0, -1));
  useBackspace(path.length > 0 ? back : null);
  return (
    <Dialog title={`Classify ${what}, step by step`} width={560} onClose={onClose}>
      <div className={styles.steps}>
        <span>
          {'ask' in step
            ? `Question ${path.length + 1} of at most ${mostAnswers}`
            : 'What your answers suggest'}
        </span>
        {path.length > 0 && (
          <Button variant="bare" keys="backspace" onClick={back}>
            Back
          </Button>
        )}
      </div>
      {'ask' in step ? (
        <GuideQuestion
          key={step.ask}
          id={step.ask}
          onAnswer={(answer) => setPath([...path, { question: step.ask, answer }])}
        />
      ) : (
        <GuideEnd
          outcome={step.outcome}
          onBug={() => {
            onClose();
            onBug();
          }}
          onSuggest={(outcome, confirmed, quote) => {
            onClose();
            onSuggest(outcome, confirmed, quote);
          }}
        />
      )}
    </Dialog>
  );
}

/** Where nothing is typed, Backspace goes back. */
function useBackspace(back: (() => void) | null): void {
  const latest = useRef(back);
  useEffect(() => {
    latest.current = back;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Backspace' || isTyping(event.target) || !latest.current) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
