import { Link } from '@tanstack/react-router';
import { evaluationContext, pairAxis } from '@plumbline/shared/taxonomy/values/system';
import { Fact, Facts } from '../../ui/facts.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { Section } from '../../ui/section.js';
import { calendarDay } from '../../ui/time-words.js';
import type { Pair } from './pairs-queries.js';
import styles from './metrics.module.css';

/** What a pair stands for and how it is watched, at the side. */
export function PairFacts({ workspace, pair, run }: { workspace: string; pair: Pair; run: string | null }) {
  return (
    <>
      <Section title={pair.objectiveName}>
        <div className={styles.wanted}>
          <h3>Intent</h3>
          <p>{pair.intentStatement}</p>
        </div>
        <div className={styles.specified}>
          <h3>Specification</h3>
          <p>{pair.specification}</p>
        </div>
      </Section>
      <Section title="How it is watched">
        <Facts>
          <Fact label="System">
            <Link to="/w/$workspace/systems/$system" params={{ workspace, system: pair.systemKey }}>
              {pair.systemName}
            </Link>
          </Fact>
          <Fact label="Axis">{pairAxis[pair.axis]}</Fact>
          <Fact label="Run">{run}</Fact>
          <Fact label="Reference">{referenceWords(pair)}</Fact>
          <Fact label="False alarms">{pair.falseAlarmsPerYear} a year</Fact>
          <Fact label="Audits">{rhythmWords(pair.auditEveryDays)}</Fact>
          <Fact label="Environment">{pair.environment}</Fact>
          <Fact label="Segment">{pair.segment}</Fact>
          <Fact label="Context">{pair.context && evaluationContext[pair.context]}</Fact>
          <Fact label="Newest proxy">
            {pair.proxy.lastAt ? <RelativeTime at={pair.proxy.lastAt} suffix /> : 'none'}
          </Fact>
          <Fact label="Newest audit">
            {pair.intent.lastAt ? <RelativeTime at={pair.intent.lastAt} suffix /> : 'none'}
          </Fact>
        </Facts>
      </Section>
    </>
  );
}

function referenceWords({ referenceFromOn, referenceToOn }: Pair): string {
  if (!referenceFromOn && !referenceToOn) return 'the first 12 audits';
  const from = referenceFromOn ? calendarDay(referenceFromOn) : 'the beginning';
  return `${from} to ${referenceToOn ? calendarDay(referenceToOn) : 'the 12th audit'}`;
}

function rhythmWords(days: number | null): string {
  if (days === null) return 'no rhythm agreed';
  if (days === 1) return 'every day';
  return days === 7 ? 'every week' : `every ${days} days`;
}
