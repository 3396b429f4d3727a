import { TagsInput } from '@mantine/core';
import { FieldLabel } from './field-label.js';

interface Props {
  label: string;
  note?: string;
  value: string[];
  onChange: (value: string[]) => void;
  most?: number;
}

/** Words of one's own: Enter or a comma ends one, Backspace takes the last away. */
export function TagsField({ label, note, value, onChange, most = 30 }: Props) {
  return (
    <TagsInput
      label={<FieldLabel note={note}>{label}</FieldLabel>}
      data-autofocus
      value={value}
      onChange={(tags) => onChange(tags.map((tag) => tag.trim()).filter(Boolean))}
      maxTags={most}
      splitChars={[',', ';']}
      acceptValueOnBlur
      clearable
    />
  );
}
