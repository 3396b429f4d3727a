import { useEffect, useState } from 'react';
import { useCommands } from '../../ui/commands/command-registry.js';

interface Options {
  /** Keys of the rows, in order. */
  keys: readonly string[];
  /** Enter: go there. */
  onOpen: (key: string) => void;
  /** Space: look without leaving. */
  onPeek?: (key: string) => void;
}

/** The active row of a list: J and K move it, Enter opens it, Space peeks. @returns the key of the active row */
export function useCursor({ keys, onOpen, onPeek }: Options): string | null {
  const [active, setActive] = useState<string | null>(null);
  const present = active !== null && keys.includes(active) ? active : null;
  useEffect(() => {
    document.querySelector('tr[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [present]);
  const step = (by: number): void => {
    const from = present === null ? (by > 0 ? -1 : 0) : keys.indexOf(present);
    setActive(keys[Math.max(0, Math.min(keys.length - 1, from + by))] ?? null);
  };
  const group = 'This list';
  const none = present === null ? 'Choose a row with J first.' : null;
  useCommands([
    {
      id: 'list.next',
      label: 'Next row',
      group,
      keys: 'j',
      otherKeys: ['arrowdown'],
      keyOnly: true,
      run: () => step(1),
    },
    {
      id: 'list.previous',
      label: 'Row before',
      group,
      keys: 'k',
      otherKeys: ['arrowup'],
      keyOnly: true,
      run: () => step(-1),
    },
    {
      id: 'list.open',
      label: 'Open the row',
      group,
      keys: 'enter',
      keyOnly: true,
      disabledReason: none,
      run: () => present && onOpen(present),
    },
    ...(onPeek
      ? [
          {
            id: 'list.peek',
            label: 'Peek at the row',
            group,
            keys: 'space',
            keyOnly: true,
            disabledReason: none,
            run: () => present && onPeek(present),
          },
        ]
      : []),
  ]);
  return present;
}
