import { Textarea, TextInput, type TextareaProps, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { FieldLabel } from './field-label.js';

export interface FieldProps {
  label: string;
  /** Quiet word after the label: `the one required field`, `intent`. */
  note?: string;
  /** A sentence under the field. */
  hint?: string;
  /** What the server or the form says is wrong. */
  error?: string | null;
  /** Checked when the field is left: a sentence, or null when all is well. */
  check?: (value: string) => string | null;
}

interface TextProps extends FieldProps, Omit<TextInputProps, 'label' | 'error' | 'value' | 'onChange'> {
  value: string;
  onChange: (value: string) => void;
}

/** Checks on leaving the field, and from then on with every change until it fits. */
export function useCheckOnBlur(
  value: string,
  { error, check }: FieldProps,
): { shown: string | null; onBlur: () => void } {
  const [left, setLeft] = useState(false);
  return { shown: error ?? (left ? (check?.(value) ?? null) : null), onBlur: () => setLeft(true) };
}

/** One line of text. */
export function TextField({ label, note, hint, error, check, value, onChange, onBlur, ...rest }: TextProps) {
  const { shown, onBlur: leave } = useCheckOnBlur(value, { label, error, check });
  return (
    <TextInput
      {...rest}
      label={<FieldLabel note={note}>{label}</FieldLabel>}
      description={hint}
      error={shown}
      value={value}
      withAsterisk={false}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => {
        leave();
        onBlur?.(event);
      }}
    />
  );
}

interface AreaProps extends FieldProps, Omit<TextareaProps, 'label' | 'error' | 'value' | 'onChange'> {
  value: string;
  onChange: (value: string) => void;
}

/** Several lines of text; grows with what is written. */
export function TextArea({
  label,
  note,
  hint,
  error,
  check,
  value,
  onChange,
  onBlur,
  minRows = 2,
  ...rest
}: AreaProps) {
  const { shown, onBlur: leave } = useCheckOnBlur(value, { label, error, check });
  return (
    <Textarea
      {...rest}
      autosize
      minRows={minRows}
      maxRows={rest.maxRows ?? 16}
      label={<FieldLabel note={note}>{label}</FieldLabel>}
      description={hint}
      error={shown}
      value={value}
      withAsterisk={false}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => {
        leave();
        onBlur?.(event);
      }}
    />
  );
}
