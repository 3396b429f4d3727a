import { sparkPaths } from './chart/sparkline-paths.js';
import { intentSign } from './chart/reference.js';
import type { PairInput } from './chart/pair-model.js';

interface Props {
  /** Without a pair a dotted rule stands in. */
  pair?: Pick<PairInput, 'series' | 'proxy' | 'intent'> | null;
  /** For who does not see it; left out where the words beside it say the same. */
  label?: string;
}

/** Proxy and intent in 48 x 24 px, without axes. */
export function Sparkline({ pair, label }: Props) {
  const named = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true };
  const sign = pair ? intentSign(pair.proxy.direction, pair.intent.direction) : 1;
  const paths = pair ? sparkPaths(pair.series.proxy, pair.series.intent, sign) : null;
  return (
    <svg width="48" height="24" viewBox="0 0 48 24" focusable="false" fill="none" {...named}>
      {paths ? (
        <>
          <path d={paths.intent} stroke="var(--brass)" strokeWidth="1.5" strokeDasharray="3 2" />
          <path d={paths.proxy} stroke="var(--proxy)" strokeWidth="1.5" strokeLinejoin="round" />
        </>
      ) : (
        <path d="M2 12h44" stroke="var(--control)" strokeDasharray="1 3" />
      )}
    </svg>
  );
}
