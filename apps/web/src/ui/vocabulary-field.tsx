import { SelectField } from './choice-field.js';
import { optionsOf } from './options.js';

interface Props<V extends string> {
  label: string;
  /** Value -> label, as the taxonomy has them. */
  labels: Readonly<Record<V, string>>;
  value: V;
  onChange: (value: V) => void;
}

/** Exactly one word of a vocabulary. */
export function VocabularyField<V extends string>({ label, labels, value, onChange }: Props<V>) {
  return (
    <SelectField
      label={label}
      allowDeselect={false}
      data={optionsOf(labels)}
      value={value}
      onChange={(next) => next && onChange(next as V)}
    />
  );
}
