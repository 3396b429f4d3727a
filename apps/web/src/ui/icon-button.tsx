import { Tooltip } from '@mantine/core';
import type { ButtonHTMLAttributes, Ref } from 'react';
import styles from './icon-button.module.css';
import { Icon, type IconName } from './icons/icon.js';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon: IconName;
  /** What it does, as a tooltip and for screen readers. */
  label: string;
  ref?: Ref<HTMLButtonElement>;
}

/** A button of one icon. */
export function IconButton({ icon, label, className = '', ...rest }: Props) {
  return (
    <Tooltip label={label}>
      <button type="button" {...rest} aria-label={label} className={`${styles.button} ${className}`}>
        <Icon name={icon} />
      </button>
    </Tooltip>
  );
}
