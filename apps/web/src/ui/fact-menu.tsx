import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './fact-menu.module.css';
import { Icon } from './icons/icon.js';

interface Props {
  /** What is chosen: `Owner`. */
  label: string;
  value: string | null;
  /** Id -> words. */
  choices: Record<string, string>;
  /** Whether it may be left open. */
  clearable?: boolean;
  /** Why it cannot be changed; then it is plain text with that title. */
  disabledReason?: string | null;
  onChoose: (value: string | null) => void;
  children: ReactNode;
}

/** A short fact that opens its choices; saved at once when one is taken. */
export function FactMenu({
  label,
  value,
  choices,
  clearable = true,
  disabledReason,
  onChoose,
  children,
}: Props) {
  if (disabledReason)
    return (
      <span className={styles.plain} title={disabledReason}>
        {children}
      </span>
    );
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className={styles.fact}>
          <span className="visually-hidden">{label}: </span>
          {children}
          <Icon name="chevronDown" />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.choices}>
        <Menu.Label>{label}</Menu.Label>
        {Object.entries(choices).map(([id, words]) => (
          <Menu.RadioItem
            key={id}
            value={id}
            checked={id === value}
            checkIcon={<Icon name="check" />}
            closeMenuOnClick
            onChange={onChoose}
          >
            {words}
          </Menu.RadioItem>
        ))}
        {clearable && value !== null && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => onChoose(null)}>Leave open</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

interface ButtonProps {
  label: string;
  disabledReason?: string | null;
  title?: string;
  onClick: () => void;
  children: ReactNode;
}

/** A short fact that asks for more than a choice: opens a dialog. */
export function FactButton({ label, disabledReason, title, onClick, children }: ButtonProps) {
  if (disabledReason)
    return (
      <span className={styles.plain} title={disabledReason}>
        {children}
      </span>
    );
  return (
    <button type="button" className={styles.fact} title={title} onClick={onClick}>
      <span className="visually-hidden">{label}: </span>
      {children}
      <Icon name="pencil" size={12} />
    </button>
  );
}
