import { Modal, Switch } from '@mantine/core';
import { Kbd } from '../kbd.js';
import type { Command } from './command.js';
import { useAvailableCommands } from './command-registry.js';
import styles from './key-sheet.module.css';
import { setSingleKeys, useSingleKeys } from './single-keys.js';

/** Every key that does something on this screen, by group: ? */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const commands = useAvailableCommands().filter((command) => command.keys);
  const groups = byGroup(commands);
  const on = useSingleKeys();
  return (
    <Modal opened onClose={onClose} title="Keys" size={720}>
      <div className={styles.groups}>
        {[...groups].map(([group, members]) => (
          <section key={group} className={styles.group}>
            <h3>{group}</h3>
            <dl>
              {members.map((command) => (
                <div key={command.id} className={styles.row}>
                  <dt>{command.label}</dt>
                  <dd>
                    <Kbd keys={command.keys ?? ''} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        mt={16}
        checked={on}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        label="Keys without Ctrl"
        description="Switch them off if they get in the way of speech input. Keys never fire while you type in a field."
      />
    </Modal>
  );
}

function byGroup(commands: readonly Command[]): Map<string, Command[]> {
  const groups = new Map<string, Command[]>();
  for (const command of commands) groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  return groups;
}
