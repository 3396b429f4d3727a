import { useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button.js';
import { numberWords, usualDigits } from '../../ui/chart/number-words.js';
import { QueryView } from '../../ui/query-view.js';
import { Skeleton } from '../../ui/states.js';
import { calendarDay, dayOf } from '../../ui/time-words.js';
import { effectQuery, type MeasuredEffect as Measured } from './mitigation-queries.js';
import styles from './mitigations.module.css';

type Moved = Measured['metrics'][number];

interface Props {
  workspace: string;
  id: string;
  /** Takes the measured change of the intent into the record; left out where it cannot be changed. */
  onTake?: (effect: { value: string; low: string; high: string; unit: string; measuredOn: string }) => void;
}

const verdicts = {
  better: 'better',
  worse: 'worse',
  unclear: 'no clear change',
  too_early: 'too early',
} as const;

/** What a mitigation did: the pair before against after, and the other metrics of its objective beside it. */
export function MeasuredEffect({ workspace, id, onTake }: Props) {
  const effect = useQuery(effectQuery(workspace, id));
  return (
    <section className={styles.measured} aria-label="Measured effect">
      <QueryView of={effect} skeleton={<Skeleton rows={2} />}>
        {(found) => (
          <>
            <p>{found.sentence}</p>
            {found.metrics.length > 0 && <Moves metrics={found.metrics} />}
            {found.activeAt && found.beforeFrom && found.afterTo && (
              <p className={styles.quiet}>
                Daily means from {calendarDay(found.beforeFrom)} to {calendarDay(found.afterTo)}, parted at{' '}
                {dayOf(found.activeAt)}; 90 % intervals that account for days resembling one another. A change
                since then need not come from the mitigation.
              </p>
            )}
            {onTake && found.state === 'measured' && <Take found={found} onTake={onTake} />}
          </>
        )}
      </QueryView>
    </section>
  );
}

function Moves({ metrics }: { metrics: readonly Moved[] }) {
  return (
    // It scrolls, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.sideways} tabIndex={0} role="region" aria-label="Before and after">
      <table className={styles.moves}>
        <thead>
          <tr>
            <th scope="col">Metric</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
            <th scope="col">Change, 90 %</th>
            <th scope="col">Days</th>
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        <tbody>
          {metrics.map((metric) => (
            <tr key={metric.metricId}>
              <th scope="row" data-half={metric.half ?? undefined}>
                {metric.name}
              </th>
              <td>{metric.measured ? words(metric.measured.before, metric) : ''}</td>
              <td>{metric.measured ? words(metric.measured.after, metric) : ''}</td>
              <td>
                {metric.measured &&
                  `${signedWords(metric.measured.change, metric)} (${words(metric.measured.low, metric)} to ${words(metric.measured.high, metric)})`}
              </td>
              <td>
                {metric.valuesBefore} / {metric.valuesAfter}
              </td>
              <td>{verdicts[metric.verdict]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Shares in percent; the unit stands once, beside the name of the metric. */
function words(value: number, { scale }: Moved): string {
  const shown = scale === 'proportion' ? value * 100 : value;
  return `${numberWords(shown, Math.min(usualDigits(shown), 3))}${scale === 'proportion' ? ' %' : ''}`;
}

const signedWords = (value: number, metric: Moved): string =>
  `${value > 0 ? '+' : ''}${words(value, metric)}`;

function Take({ found, onTake }: { found: Measured; onTake: NonNullable<Props['onTake']> }) {
  const intent = found.metrics.find(({ half }) => half === 'intent');
  if (!intent?.measured || intent.direction === 'target_band') return null;
  const { change, low, high } = intent.measured;
  const share = intent.scale === 'proportion';
  // Above zero is good, whichever way the intent is better.
  const lower = intent.direction === 'lower_better';
  const shown = (value: number): string =>
    String(Number(((share ? 100 : 1) * (lower ? -value : value)).toPrecision(3)));
  return (
    <div>
      <Button
        onClick={() =>
          onTake({
            value: shown(change),
            low: shown(lower ? high : low),
            high: shown(lower ? low : high),
            unit: share ? 'points' : intent.unit,
            measuredOn: found.afterTo ?? '',
          })
        }
      >
        Take as the effect
      </Button>
    </div>
  );
}
