import { useState } from 'react';
import { MultiSelectField, SelectField } from '../../ui/choice-field.js';
import { TextArea } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Segmented } from '../../ui/segmented.js';
import { type Facet, facetWords } from './facet-words.js';
import styles from './facet-dialog.module.css';
import type { NewLabel } from './incident-edits.js';

interface Props {
  facet: Facet;
  labels: readonly NewLabel[];
  onSave: (labels: NewLabel[]) => void;
  onClose: () => void;
}

const sureness = [
  { value: 'known', label: 'Known' },
  { value: 'potential', label: 'Potential' },
] as const;

const fresh = (value: string): NewLabel => ({
  value,
  certainty: 'known',
  provenance: 'person',
  rationale: '',
  quote: '',
});

/** Answers one question of the classification: which, and for each answer how sure, why, and in whose words. */
export function FacetDialog({ facet, labels, onSave, onClose }: Props) {
  const { label: question, values, one } = facetWords[facet];
  const [answers, setAnswers] = useState<NewLabel[]>([...labels]);
  const data = Object.entries(values).map(([value, words]) => ({ value, label: words }));
  const choose = (chosen: string[]): void =>
    setAnswers(chosen.map((value) => answers.find((answer) => answer.value === value) ?? fresh(value)));
  // Whoever writes about an answer stands for it; an untouched suggestion stays one.
  const change = (value: string, part: Partial<NewLabel>): void =>
    setAnswers(
      answers.map((answer) =>
        answer.value === value ? { ...answer, ...part, provenance: 'person' } : answer,
      ),
    );
  const submit = (): void =>
    onSave(one ? answers.map((answer) => ({ ...answer, provenance: 'person' })) : answers);
  return (
    <FormDialog title={`Classify: ${question.toLowerCase()}`} verb="Save" onSubmit={submit} onClose={onClose}>
      {one ? (
        <SelectField
          label={question}
          data-autofocus
          clearable
          data={data}
          value={answers[0]?.value ?? null}
          onChange={(value) => choose(value ? [value] : [])}
        />
      ) : (
        <MultiSelectField
          label={question}
          data-autofocus
          data={data}
          value={answers.map(({ value }) => value)}
          onChange={choose}
        />
      )}
      {answers.map((answer) => (
        <Grounds
          key={answer.value}
          word={values[answer.value] ?? answer.value}
          named={!one}
          answer={answer}
          onChange={(part) => change(answer.value, part)}
        />
      ))}
    </FormDialog>
  );
}

interface GroundsProps {
  word: string;
  named: boolean;
  answer: NewLabel;
  onChange: (part: Partial<NewLabel>) => void;
}

/** How sure an answer is, why, and the words that show it. */
function Grounds({ word, named, answer, onChange }: GroundsProps) {
  return (
    <fieldset className={styles.grounds}>
      <legend className={named ? styles.word : 'visually-hidden'}>{word}</legend>
      <Segmented
        label={`How sure: ${word}`}
        options={sureness}
        value={answer.certainty}
        onChange={(certainty) => onChange({ certainty })}
      />
      <TextArea
        label="Why"
        note="optional"
        value={answer.rationale}
        onChange={(rationale) => onChange({ rationale })}
      />
      <TextArea
        label="Evidence, quoted"
        note="optional"
        minRows={1}
        value={answer.quote}
        onChange={(quote) => onChange({ quote })}
      />
    </fieldset>
  );
}
