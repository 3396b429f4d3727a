import type { ReactNode } from 'react';

/** One answer to what a verb asks; a digit gives it. */
export interface Choice {
  label: string;
  /** Quiet words behind it: why it is there, or what it leads to. */
  meta?: ReactNode;
  run: () => void;
}

/** What a verb asks before it is done. */
export interface Asked {
  /** As a heading: `Decline INC-5: why?` */
  title: string;
  choices: readonly Choice[];
  /** Where there is nothing to choose. */
  none?: string;
  /** Further fields below the choices. */
  more?: ReactNode;
}
