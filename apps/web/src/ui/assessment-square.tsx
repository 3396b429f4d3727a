import { type ReactNode, useId } from 'react';
import styles from './sign.module.css';

export type SquareKind = 'gap' | 'failed_control' | 'worked' | 'improvement';

const marks = {
  failed_control: 'M5 5l4 4M9 5l-4 4',
  worked: 'M4.500 7.200L6.300 9l3.200-3.800',
  improvement: 'M7 9.800V4.500M4.800 6.500L7 4.300l2.200 2.200',
};

/** Governance: gap hatched, failed control crossed, worked ticked, improvement up. */
export function AssessmentSquare({ kind, children }: { kind: SquareKind; children?: ReactNode }) {
  const hatch = useId();
  return (
    <span className={styles.sign}>
      <svg
        width="14"
        height="14"
        viewBox="0 0 14 14"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.200"
        aria-hidden="true"
        focusable="false"
      >
        {kind === 'gap' && (
          <pattern
            id={hatch}
            width="3"
            height="3"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d="M0 0v3" strokeWidth="1.600" />
          </pattern>
        )}
        <rect
          x="1.600"
          y="1.600"
          width="10.800"
          height="10.800"
          rx="1"
          fill={kind === 'gap' ? `url(#${hatch})` : 'none'}
        />
        {kind !== 'gap' && <path d={marks[kind]} />}
      </svg>
      {children && <span>{children}</span>}
    </span>
  );
}
