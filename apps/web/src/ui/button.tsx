import { Tooltip } from '@mantine/core';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './button.module.css';
import { Icon, type IconName } from './icons/icon.js';
import { Kbd } from './kbd.js';

export interface ButtonLook {
  /** One primary per region; secondary is hairline, bare is tertiary, harm destroys something. */
  variant?: 'primary' | 'secondary' | 'bare' | 'harm';
  size?: 'normal' | 'large';
  icon?: IconName;
  /** The key that does the same, printed inside; the command registry makes it work. */
  keys?: string;
}

interface Props extends ButtonLook, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  /** The request is on its way. */
  pending?: boolean;
  /** Why it cannot be done now: the button stays reachable and says so. */
  disabledReason?: string | null;
  children?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** The classes of a button, for whatever element looks like one. */
export function buttonClass({ variant = 'secondary', size = 'normal' }: ButtonLook, more = ''): string {
  return [styles.button, styles[variant], size === 'large' && styles.large, more].filter(Boolean).join(' ');
}

/** What stands inside a button: icon, words, key. */
export function ButtonContent({
  icon,
  keys,
  children,
}: Pick<ButtonLook, 'icon' | 'keys'> & { children?: ReactNode }) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {children && <span>{children}</span>}
      {keys && <Kbd keys={keys} />}
    </>
  );
}

export function Button({
  variant,
  size,
  icon,
  keys,
  pending,
  disabledReason,
  children,
  className,
  onClick,
  type = 'button',
  ...rest
}: Props) {
  const blocked = pending || Boolean(disabledReason);
  const button = (
    <button
      {...rest}
      type={blocked && type === 'submit' ? 'button' : type}
      className={buttonClass({ variant, size }, className)}
      aria-disabled={blocked || undefined}
      aria-busy={pending || undefined}
      onClick={blocked ? undefined : onClick}
    >
      <ButtonContent icon={icon} keys={keys}>
        {children}
      </ButtonContent>
    </button>
  );
  return disabledReason ? (
    <Tooltip label={disabledReason} events={{ hover: true, focus: true, touch: true }}>
      {button}
    </Tooltip>
  ) : (
    button
  );
}
