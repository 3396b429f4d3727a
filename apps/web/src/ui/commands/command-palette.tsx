import { Modal } from '@mantine/core';
import { useId, useState, type KeyboardEvent } from 'react';
import { Kbd } from '../kbd.js';
import type { Command } from './command.js';
import { useAvailableCommands } from './command-registry.js';
import styles from './command-palette.module.css';
import { matchCommands } from './match-commands.js';

interface Props {
  onClose: () => void;
  /** Entries beside the commands, for what was typed: an incident by its key, a search. */
  extra?: (query: string) => readonly Command[];
}

/** Find and run a command by its words: Ctrl K. */
export function CommandPalette({ onClose, extra }: Props) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const available = useAvailableCommands().filter((command) => !command.keyOnly);
  const found = [...(extra?.(query) ?? []), ...matchCommands(available, query)].slice(0, 12);
  const chosen = found[Math.min(active, found.length - 1)];

  function run(command: Command): void {
    if (command.disabledReason) return;
    onClose();
    command.run();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((active + step + found.length) % Math.max(found.length, 1));
    else if (event.key === 'Enter' && chosen) run(chosen);
    else return;
    event.preventDefault();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={560}
      yOffset="12vh"
      centered={false}
      title={null}
      aria-label="Commands"
    >
      <input
        data-autofocus
        className={styles.input}
        placeholder="Type a command"
        aria-label="Type a command"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={chosen && `${listId}-${chosen.id}`}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} className={styles.list} role="listbox" aria-label="Commands">
        {found.map((command) => (
          <button
            type="button"
            key={command.id}
            id={`${listId}-${command.id}`}
            role="option"
            aria-selected={command === chosen}
            aria-disabled={command.disabledReason ? true : undefined}
            className={styles.option}
            onMouseMove={() => setActive(found.indexOf(command))}
            onClick={() => run(command)}
            tabIndex={-1}
          >
            <span className={styles.label}>{command.label}</span>
            <span className={styles.meta}>{command.disabledReason ?? command.group}</span>
            {command.keys && <Kbd keys={command.keys} />}
          </button>
        ))}
      </div>
      {found.length === 0 && <p className={styles.none}>No command has these words.</p>}
    </Modal>
  );
}
