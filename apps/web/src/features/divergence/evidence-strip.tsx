import { numberWords } from '../../ui/chart/number-words.js';
import { rangeOf, roundStep } from '../../ui/chart/ticks.js';
import { shortDay } from './divergence-words.js';
import { heightScale, type PanelScale } from './panel-scale.js';
import type { Estimate } from './shown-estimates.js';
import styles from './panels.module.css';

interface Props {
  scale: PanelScale;
  estimates: readonly Estimate[];
  /** When alarms were raised. */
  alarms: readonly number[];
}

const height = 104;

/** Log evidence that the two came apart, one step for each audit, against the threshold that the rate gives. */
export function EvidenceStrip({ scale, estimates, alarms }: Props) {
  const judged = estimates.filter(({ threshold }) => threshold !== null);
  const thresholds = judged.map(({ threshold }) => threshold!);
  const [bottom, top] = rangeOf([0, ...judged.map(({ score }) => score), ...thresholds], 0.1);
  const y = heightScale(bottom, top, height);
  const step = roundStep(top - bottom, 3);
  const ticks: number[] = [];
  for (let tick = Math.ceil(bottom / step) * step; tick <= top; tick += step) ticks.push(tick);
  const at = judged.map(({ at: x }) => scale.atX(x));
  const path = steps(
    at,
    judged.map(({ score }) => y(score)),
    scale.right,
  );
  const limit = steps(at, thresholds.map(y), scale.right);
  return (
    <section aria-label="Evidence" className={styles.panel}>
      <div className={styles.head} aria-hidden="true">
        <span>Evidence that they came apart, logarithm</span>
        <span className={styles.quiet}>
          {judged.length > 0 && `threshold ${numberWords(thresholds.at(-1)!, 1)}, `}one step per audit
        </span>
      </div>
      <svg width={scale.width} height={height} aria-hidden="true" focusable="false">
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={scale.left} x2={scale.right} y1={y(tick)} y2={y(tick)} stroke="var(--grid)" />
            <text x={scale.right + 8} y={y(tick) + 4} className={styles.tick}>
              {numberWords(tick, 0)}
            </text>
          </g>
        ))}
        {path && <path d={`${path}V${y(bottom)}H${at[0]}Z`} className={styles.band} />}
        <path d={path} className={styles.line} />
        <path d={limit} className={styles.limit} />
        {alarms.filter(scale.sees).map((alarm) => (
          <Alarm key={alarm} scale={scale} at={alarm} y={y(estimateScore(judged, alarm) ?? top)} />
        ))}
      </svg>
    </section>
  );
}

function Alarm({ scale, at, y }: { scale: PanelScale; at: number; y: number }) {
  const x = scale.atX(at);
  const foot = Math.max(12, y);
  const leftward = x > scale.left + 110;
  return (
    <g>
      <path d={`M${x - 5},${foot - 9}h10l-5,9z`} fill="var(--ink)" />
      <text
        x={leftward ? x - 9 : x + 9}
        y={foot - 1}
        textAnchor={leftward ? 'end' : 'start'}
        className={styles.alarm}
      >
        Alarm {shortDay(new Date(at).toISOString())}
      </text>
    </g>
  );
}

function estimateScore(estimates: readonly Estimate[], at: number): number | null {
  return estimates.find((one) => one.at >= at)?.score ?? null;
}

/** Holds each value until the next. */
function steps(x: readonly number[], y: readonly number[], right: number): string {
  if (x.length === 0) return '';
  const parts = [`M${x[0]!.toFixed(1)},${y[0]!.toFixed(1)}`];
  for (let k = 1; k < x.length; k += 1) parts.push(`H${x[k]!.toFixed(1)}V${y[k]!.toFixed(1)}`);
  return `${parts.join('')}H${right.toFixed(1)}`;
}
