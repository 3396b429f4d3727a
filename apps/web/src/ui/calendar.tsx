import { DatePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { useState } from 'react';

interface Props {
  /** ISO 8601 instant, or null. */
  value: string | null;
  /** The picked day at the time of day that `value` has, or at the present one. */
  onPick: (value: string) => void;
}

/** One month to pick a day from, weeks from Monday. */
export default function Calendar({ value, onPick }: Props) {
  const [openedAt] = useState(() => new Date());
  const moment = value ? new Date(value) : openedAt;
  return (
    <DatePicker
      size="xs"
      firstDayOfWeek={1}
      value={isoDay(moment)}
      defaultDate={isoDay(moment)}
      onChange={(picked) => {
        if (!picked) return;
        const [year, month, day] = picked.split('-').map(Number) as [number, number, number];
        onPick(new Date(year, month - 1, day, moment.getHours(), moment.getMinutes()).toISOString());
      }}
    />
  );
}

function isoDay(date: Date): string {
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}
