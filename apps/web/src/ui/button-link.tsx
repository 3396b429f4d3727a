import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import { ButtonContent, type ButtonLook, buttonClass } from './button.js';

type Props = ButtonLook & AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> };

function Anchor({ variant, size, icon, keys, children, className, ...rest }: Props) {
  return (
    <a {...rest} className={buttonClass({ variant, size }, className)}>
      <ButtonContent icon={icon} keys={keys}>
        {children}
      </ButtonContent>
    </a>
  );
}

/** Goes somewhere and looks like a button: takes the router's `to`, `params`, `search`. */
export const ButtonLink = createLink(Anchor);
