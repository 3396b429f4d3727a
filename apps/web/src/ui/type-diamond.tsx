import type { ReactNode } from 'react';
import styles from './sign.module.css';

export type DiamondKind = 'outer' | 'inner' | 'goal_misgeneralization' | 'undetermined';

const hollow = 'M7 1.500L12.500 7 7 12.500 1.500 7z';

/** What kind: outer hollow, inner with a core, misgeneralization two overlapping, undetermined dotted. */
export function TypeDiamond({ kind, children }: { kind: DiamondKind; children?: ReactNode }) {
  return (
    <span className={styles.sign}>
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
        {kind === 'goal_misgeneralization' ? (
          <>
            <path d="M4.800 2.800L9 7l-4.200 4.200L.6 7z" />
            <path d="M9.200 2.800L13.400 7l-4.200 4.200L5 7z" />
          </>
        ) : (
          <path d={hollow} strokeDasharray={kind === 'undetermined' ? '1.300 1.800' : undefined} />
        )}
        {kind === 'inner' && <path d="M7 5l2 2-2 2-2-2z" fill="currentColor" stroke="none" />}
      </svg>
      {children && <span>{children}</span>}
    </span>
  );
}
