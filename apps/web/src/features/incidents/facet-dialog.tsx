import { useId, useState } from 'react';
import { Button } from '../../ui/button.js';
import { MultiSelectField, SelectField } from '../../ui/choice-field.js';
import { Dialog } from '../../ui/dialog.js';
import { TextArea } from '../../ui/field.js';
import { Segmented } from '../../ui/segmented.js';
import type { NewLabel } from './classification.js';
import { type Facet, facetWords } from './facet-words.js';
import styles from './incident-page.module.css';

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

/** Answers one question of the classification: which, how sure, why, and in whose words. */
export function FacetDialog({ facet, labels, onSave, onClose }: Props) {
  const form = useId();
  const { label, values, one } = facetWords[facet];
  const [chosen, setChosen] = useState(labels.map(({ value }) => value));
  const [certainty, setCertainty] = useState<NewLabel['certainty']>(labels[0]?.certainty ?? 'known');
  const [rationale, setRationale] = useState(labels[0]?.rationale ?? '');
  const [quote, setQuote] = useState(labels[0]?.quote ?? '');
  const data = Object.entries(values).map(([value, words]) => ({ value, label: words }));
  const submit = (): void =>
    onSave(chosen.map((value) => ({ value, certainty, provenance: 'person', rationale, quote })));
  return (
    <Dialog
      title={`Classify: ${label.toLowerCase()}`}
      onClose={onClose}
      actions={
        <>
          <Button variant="bare" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={form} variant="primary">
            Save
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.dialogForm}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {one ? (
          <SelectField
            label={label}
            data-autofocus
            clearable
            data={data}
            value={chosen[0] ?? null}
            onChange={(value) => setChosen(value ? [value] : [])}
          />
        ) : (
          <MultiSelectField label={label} data-autofocus data={data} value={chosen} onChange={setChosen} />
        )}
        <Segmented label="How sure" options={sureness} value={certainty} onChange={setCertainty} />
        <TextArea label="Why" note="optional" value={rationale} onChange={setRationale} />
        <TextArea label="Evidence, quoted" note="optional" value={quote} onChange={setQuote} />
      </form>
    </Dialog>
  );
}
