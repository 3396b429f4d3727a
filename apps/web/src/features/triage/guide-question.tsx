import type { QuestionId } from '@plumbline/shared/incident/guide/guide-question';
import { guideTree } from '@plumbline/shared/incident/guide/guide-tree';
import { useEffect, useRef } from 'react';
import { Kbd } from '../../ui/kbd.js';
import styles from './guide-dialog.module.css';

interface Props {
  id: QuestionId;
  onAnswer: (answer: string) => void;
}

const unsure = { id: 'unsure', label: 'Not sure', example: '' };

/** A question with an example under each answer. */
export function GuideQuestion({ id, onAnswer }: Props) {
  const { text, answers } = guideTree[id];
  const heading = useRef<HTMLHeadingElement>(null);
  const latest = useRef(onAnswer);
  useEffect(() => {
    latest.current = onAnswer;
  });
  useEffect(() => {
    heading.current?.focus();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || !/^\d$/.test(event.key)) return;
      const answer = event.key === '0' ? unsure : answers[Number(event.key) - 1];
      if (!answer) return;
      event.preventDefault();
      latest.current(answer.id);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [answers]);
  return (
    <>
      <h3 ref={heading} tabIndex={-1} data-autofocus className={styles.question}>
        {text}
      </h3>
      <ol className={styles.answers}>
        {[...answers, unsure].map((answer, index) => (
          <li key={answer.id}>
            <button type="button" className={styles.answer} onClick={() => onAnswer(answer.id)}>
              <Kbd keys={answer === unsure ? '0' : String(index + 1)} />
              <span>
                {answer.label}
                {answer.example && <span className={styles.example}>{answer.example}</span>}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
