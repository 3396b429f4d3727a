import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { FieldLabel } from './field-label.js';
import type { FieldProps } from './field.js';

interface Props
  extends Omit<FieldProps, 'check'>, Omit<AutocompleteProps, 'label' | 'error' | 'value' | 'onChange'> {
  value: string;
  onChange: (value: string) => void;
}

// Mantine says whether the list is open; ARIA allows that to a combobox only.
const combobox = { role: 'combobox' } as const;

/** One line of text that may be one of a list, or something new. */
export function SuggestField({ label, note, hint, error, value, onChange, ...rest }: Props) {
  return (
    <Autocomplete
      {...combobox}
      limit={8}
      {...rest}
      label={<FieldLabel note={note}>{label}</FieldLabel>}
      description={hint}
      error={error}
      value={value}
      onChange={onChange}
    />
  );
}
