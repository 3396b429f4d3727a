import { MultiSelect, type MultiSelectProps, Select, type SelectProps } from '@mantine/core';
import { FieldLabel } from './field-label.js';
import type { FieldProps } from './field.js';

interface OneProps
  extends Omit<FieldProps, 'check'>, Omit<SelectProps, 'label' | 'error' | 'value' | 'onChange'> {
  value: string | null;
  onChange: (value: string | null) => void;
}

// Mantine says whether the list is open; ARIA allows that to a combobox only.
const combobox = { role: 'combobox' } as const;

// Of a longer list the first; typing narrows it down.
const most = 200;

/** One of a list; type to narrow it down. */
export function SelectField({ label, note, hint, error, value, onChange, ...rest }: OneProps) {
  return (
    <Select
      {...combobox}
      searchable={(rest.data?.length ?? 0) > 7}
      nothingFoundMessage="Nothing has these words"
      limit={most}
      {...rest}
      label={<FieldLabel note={note}>{label}</FieldLabel>}
      description={hint}
      error={error}
      value={value}
      onChange={(next) => onChange(next)}
    />
  );
}

interface ManyProps
  extends Omit<FieldProps, 'check'>, Omit<MultiSelectProps, 'label' | 'error' | 'value' | 'onChange'> {
  value: string[];
  onChange: (value: string[]) => void;
}

/** Any number of a list. */
export function MultiSelectField({ label, note, hint, error, ...rest }: ManyProps) {
  return (
    <MultiSelect
      searchable
      nothingFoundMessage="Nothing has these words"
      limit={most}
      hidePickedOptions
      {...rest}
      label={<FieldLabel note={note}>{label}</FieldLabel>}
      description={hint}
      error={error}
    />
  );
}
