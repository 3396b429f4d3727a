import type { MeanChange } from './change-of-mean.js';

type Direction = 'higher_better' | 'lower_better' | 'target_band';
export type Verdict = 'better' | 'worse' | 'unclear' | 'too_early';

interface Measured {
  name: string;
  unit: string;
  scale: string;
  direction: Direction;
  bandLow: number | null;
  bandHigh: number | null;
}

/** Whether a change did good: by the way that is better, or by how far it is from the target band. */
export function verdictOf(metric: Measured, measured: MeanChange | null): Verdict {
  if (!measured) return 'too_early';
  const { low, high, before, after } = measured;
  if (low <= 0 && high >= 0) return 'unclear';
  if (metric.direction === 'target_band') {
    const { bandLow, bandHigh } = metric;
    if (bandLow === null || bandHigh === null) return 'unclear';
    const off = (value: number) => Math.max(bandLow - value, value - bandHigh, 0);
    return off(after) === off(before) ? 'unclear' : off(after) < off(before) ? 'better' : 'worse';
  }
  return low > 0 === (metric.direction === 'higher_better') ? 'better' : 'worse';
}

/** What happened to a metric, in words: `Time well spent rose by 6.1 points (90 % interval 2.2 to 10): better.` */
export function effectSentence(metric: Measured, measured: MeanChange | null): string {
  if (!measured) return `It is too early to say what became of ${metric.name}.`;
  const share = metric.scale === 'proportion';
  const unit = share ? ' points' : metric.unit && ` ${metric.unit}`;
  const words = (value: number): string =>
    Number((share ? value * 100 : value).toPrecision(3))
      .toLocaleString('en')
      .replace('-', '\u2212');
  const { change, low, high } = measured;
  const verdict = verdictOf(metric, measured);
  if (verdict === 'unclear' && low <= 0 && high >= 0)
    return `No clear change of ${metric.name}: ${words(change)}${unit} (90 % interval ${words(low)} to ${words(high)}).`;
  const [near, far] = change > 0 ? [low, high] : [-high, -low];
  const moved = `${metric.name} ${change > 0 ? 'rose' : 'fell'} by ${words(Math.abs(change))}${unit}`;
  const judged = verdict === 'unclear' ? '' : `: ${verdict}`;
  return `${moved} (90 % interval ${words(near)} to ${words(far)})${judged}.`;
}
