import { useId } from 'react';
import { type Measure, numberWords } from '../../ui/chart/number-words.js';
import { rangeOf, roundStep } from '../../ui/chart/ticks.js';
import { gapUnit, shownGap } from './divergence-words.js';
import { heightScale, type PanelScale } from './panel-scale.js';
import type { Estimate } from './shown-estimates.js';
import styles from './panels.module.css';

interface Props {
  scale: PanelScale;
  estimates: readonly Estimate[];
  proxy: Measure;
  intent: Measure;
  /** Since when the two are apart, in units of the axis. */
  onset: number | null;
}

const height = 128;

/** How far the intent lies below what the proxy implies, with its 90 % interval; hatched from the onset on. */
export function GapPanel({ scale, estimates, proxy, intent, onset }: Props) {
  const hatch = useId();
  const at = estimates.map(({ at: x }) => scale.atX(x));
  const mid = estimates.map(({ gap }) => shownGap(gap, intent));
  const upper = estimates.map(({ low }) => shownGap(low, intent));
  const lower = estimates.map(({ high }) => shownGap(high, intent));
  const [bottom, top] = rangeOf([0, ...upper, ...lower], 0.04);
  const y = heightScale(bottom, top, height);
  const step = roundStep(top - bottom, 3);
  const ticks: number[] = [];
  for (let tick = Math.ceil(bottom / step) * step; tick <= top; tick += step) ticks.push(tick);
  const apart = onset === null ? [] : estimates.flatMap(({ at: x }, k) => (x >= onset ? [k] : []));
  return (
    <section aria-label="Gap" className={styles.panel}>
      <div className={styles.head} aria-hidden="true">
        <span>
          Gap,{gapUnit(intent) || ' in its own unit'} of {intent.name.toLowerCase()} against what{' '}
          {proxy.name.toLowerCase()} implies
        </span>
        <span className={styles.quiet}>90 % interval</span>
      </div>
      <svg width={scale.width} height={height} aria-hidden="true" focusable="false">
        <defs>
          <pattern
            id={hatch}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line x1="0" y1="0" x2="0" y2="5" stroke="var(--hatch)" strokeWidth="1.6" />
          </pattern>
        </defs>
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={scale.left}
              x2={scale.right}
              y1={y(tick)}
              y2={y(tick)}
              stroke={Math.abs(tick) < step / 2 ? 'var(--ink3)' : 'var(--grid)'}
            />
            <text x={scale.right + 8} y={y(tick) + 4} className={styles.tick}>
              {numberWords(tick, step < 1 ? 2 : 0)}
            </text>
          </g>
        ))}
        <path d={ring(at, upper.map(y), lower.map(y))} className={styles.band} />
        {apart.length > 1 && (
          <path
            d={ring(
              apart.map((k) => at[k]!),
              apart.map(() => y(0)),
              apart.map((k) => y(mid[k]!)),
            )}
            fill={`url(#${hatch})`}
          />
        )}
        <path d={line(at, mid.map(y))} className={styles.line} />
      </svg>
    </section>
  );
}

const point = (x: number, y: number): string => `${x.toFixed(1)},${y.toFixed(1)}`;

function line(x: readonly number[], y: readonly number[]): string {
  return x.length === 0 ? '' : `M${x.map((at, k) => point(at, y[k]!)).join('L')}`;
}

function ring(x: readonly number[], upper: readonly number[], lower: readonly number[]): string {
  if (x.length < 2) return '';
  const back = x.map((at, k) => point(at, lower[k]!)).toReversed();
  return `${line(x, upper)}L${back.join('L')}Z`;
}
