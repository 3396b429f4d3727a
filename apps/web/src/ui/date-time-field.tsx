import { Popover, TextInput } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { FieldLabel } from './field-label.js';
import type { FieldProps } from './field.js';
import { IconButton } from './icon-button.js';
import { dayAndTime, readTypedTime } from './time-words.js';

const Calendar = lazy(() => import('./calendar.js'));

interface Props extends Omit<FieldProps, 'check'> {
  /** ISO 8601 instant, or null. */
  value: string | null;
  onChange: (value: string | null) => void;
}

const help = 'Write a time such as 19 Nov 2026 14:20, yesterday 9:30 or 3 h ago';

/** A moment, typed in plain words or picked from a calendar that loads when it is opened. */
export function DateTimeField({ label, note, hint, error, value, onChange }: Props) {
  const shownValue = value ? dayAndTime(value) : '';
  const [draft, setDraft] = useState<string | null>(null);
  const [unread, setUnread] = useState(false);
  const [open, setOpen] = useState(false);

  function leave(): void {
    if (draft === null) return;
    const read = draft.trim() === '' ? null : readTypedTime(draft, new Date());
    const failed = read === null && draft.trim() !== '';
    setUnread(failed);
    if (failed) return;
    setDraft(null);
    onChange(read && read.toISOString());
  }

  return (
    // The button says whether the calendar is open; a plain text field may not.
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus withinPortal withRoles={false}>
      <Popover.Target>
        <TextInput
          label={<FieldLabel note={note}>{label}</FieldLabel>}
          description={hint}
          error={unread ? help : error}
          value={draft ?? shownValue}
          onChange={(event) => {
            setDraft(event.currentTarget.value);
            setUnread(false);
          }}
          onBlur={leave}
          onKeyDown={(event) => event.key === 'Enter' && leave()}
          rightSection={
            <IconButton
              icon="calendar"
              label={`Pick a day for ${label}`}
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            />
          }
        />
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={null}>
          {open && (
            <Calendar
              value={value}
              onPick={(next) => {
                setDraft(null);
                setUnread(false);
                onChange(next);
                setOpen(false);
              }}
            />
          )}
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
