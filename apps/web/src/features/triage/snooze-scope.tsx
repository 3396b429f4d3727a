import { Switch } from '@mantine/core';
import { environment } from '@plumbline/shared/taxonomy/values/incident';
import { useCommands } from '../../ui/commands/command-registry.js';

interface Props {
  /** Where the incident was seen. */
  where: keyof typeof environment;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** Narrows a snooze to where the incident was seen: elsewhere it would be news. */
export function SnoozeScope({ where, on, onChange }: Props) {
  const place = environment[where].toLowerCase();
  useCommands([
    {
      id: 'snooze.scope',
      label: `Only while it is seen in ${place}`,
      group: 'Snooze',
      keys: 'e',
      run: () => onChange(!on),
    },
  ]);
  return (
    <Switch
      mt={8}
      ml={8}
      checked={on}
      onChange={(event) => onChange(event.currentTarget.checked)}
      label={`Only in ${place} (E)`}
      description="Seen anywhere else, it is back at once."
    />
  );
}
