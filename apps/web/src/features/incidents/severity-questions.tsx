import {
  severityQuestions,
  suggestSeverity,
  type SeverityAnswers,
} from '@plumbline/shared/taxonomy/severity';
import type { severity } from '@plumbline/shared/taxonomy/values/incident';
import { useState } from 'react';
import { SelectField } from '../../ui/choice-field.js';
import styles from './severity-questions.module.css';

interface Suggestion {
  severity: keyof typeof severity;
  /** The answers it follows from, as a sentence. */
  reason: string;
}

type Question = keyof SeverityAnswers;
const questions = Object.keys(severityQuestions) as Question[];

/** Four questions; once all are answered, each answer suggests anew. The person decides. */
export function SeverityHelper({ onSuggest }: { onSuggest: (suggestion: Suggestion) => void }) {
  const [answers, setAnswers] = useState<Partial<SeverityAnswers>>({});
  const answer = (question: Question, value: string | null): void => {
    const next = { ...answers, [question]: value === null ? undefined : Number(value) };
    setAnswers(next);
    if (questions.every((each) => next[each] !== undefined))
      onSuggest(suggestSeverity(next as SeverityAnswers));
  };
  return (
    <div className={styles.questions}>
      {questions.map((question) => (
        <SelectField
          key={question}
          label={severityQuestions[question].label}
          allowDeselect={false}
          placeholder="Choose"
          data={severityQuestions[question].answers.map((label, index) => ({ value: String(index), label }))}
          value={answers[question] === undefined ? null : String(answers[question])}
          onChange={(value) => answer(question, value)}
        />
      ))}
    </div>
  );
}
