import { PasswordInput } from '@mantine/core';
import { FieldLabel } from './field-label.js';
import { type FieldProps, useCheckOnBlur } from './field.js';

interface Props extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  /** What a password manager should offer. */
  autoComplete: 'current-password' | 'new-password';
  name?: string;
  autoFocus?: boolean;
}

/** A password, which can be shown. */
export function PasswordField({ label, note, hint, error, check, value, onChange, ...rest }: Props) {
  const { shown, onBlur } = useCheckOnBlur(value, { label, error, check });
  return (
    <PasswordInput
      {...rest}
      label={<FieldLabel note={note}>{label}</FieldLabel>}
      description={hint}
      error={shown}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onBlur}
      visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password', tabIndex: 0 }}
    />
  );
}
