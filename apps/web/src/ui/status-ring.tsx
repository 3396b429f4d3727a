import type { ReactNode } from 'react';
import styles from './sign.module.css';

const forms = {
  pending: 'dotted',
  open: 'ring',
  investigating: 'quarter',
  mitigating: 'half',
  monitoring: 'threeQuarters',
  resolved: 'filled',
  closed: 'ticked',
  snoozed: 'quiet',
  declined: 'quiet',
  duplicate: 'quiet',
  proposed: 'dotted',
  planned: 'dotted',
  active: 'half',
  verified: 'ticked',
  ineffective: 'struck',
  retired: 'quiet',
} as const;

export type RingState = keyof typeof forms;

const pies = {
  quarter: 'M7 7V3a4 4 0 014 4z',
  half: 'M7 3a4 4 0 010 8z',
  threeQuarters: 'M7 7V3a4 4 0 11-4 4z',
};

/** Where something is in its life: a ring that fills. */
export function StatusRing({ state, children }: { state: RingState; children?: ReactNode }) {
  const form = forms[state];
  const solid = form === 'filled' || form === 'ticked';
  return (
    <span className={`${styles.sign} ${form === 'quiet' ? styles.quiet : ''}`}>
      <svg
        width="14"
        height="14"
        viewBox="0 0 14 14"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.300"
        aria-hidden="true"
        focusable="false"
      >
        <circle
          cx="7"
          cy="7"
          r="5.500"
          fill={solid ? 'currentColor' : 'none'}
          strokeDasharray={form === 'dotted' ? '1.300 1.600' : undefined}
        />
        {form in pies && <path d={pies[form as keyof typeof pies]} fill="currentColor" stroke="none" />}
        {form === 'ticked' && (
          <path d="M4.500 7.200l1.800 1.800 3.300-3.600" stroke="var(--surface)" strokeWidth="1.500" />
        )}
        {form === 'struck' && <path d="M3.200 10.800l7.600-7.600" />}
      </svg>
      {children && <span>{children}</span>}
    </span>
  );
}
