import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/choice-field.js';
import { Section } from '../../ui/section.js';
import { Meta } from '../../ui/words.js';
import { type PairDivergence, useBackTest } from './divergence-queries.js';
import { shortDay } from './divergence-words.js';
import styles from './why.module.css';

interface Props {
  divergence: PairDivergence;
  /** Makes the rate the pair's own; left out where it cannot be changed. */
  onUse?: (falseAlarmsPerYear: number) => void;
  whyNotUse: string | null;
}

const rates = [0.05, 0.1, 0.2, 0.5, 1, 2, 4] as const;

/** Which alarms another rate would have raised on the stored history. */
export function BackTestRate({ divergence, onUse, whyNotUse }: Props) {
  const own = divergence.falseAlarmsPerYear;
  const [rate, setRate] = useState<number | null>(null);
  const test = useBackTest(divergence.pairId);
  const choose = (value: string | null): void => {
    const next = value === null ? null : Number(value);
    setRate(next);
    if (next === null) test.reset();
    else test.mutate({ falseAlarmsPerYear: next });
  };
  return (
    <Section title="Alarm rate" meta={`${own} a year`}>
      <div className={styles.try}>
        <SelectField
          label="Back-test another rate"
          placeholder="False alarms a year"
          clearable
          data={rates
            .filter((one) => one !== own)
            .map((one) => ({ value: String(one), label: `${one} a year` }))}
          value={rate === null ? null : String(rate)}
          onChange={choose}
        />
        <div aria-live="polite">
          {test.isPending && <Meta>Running the history again…</Meta>}
          {test.error && <p className={styles.error}>{test.error.message}</p>}
          {test.data && (
            <>
              <p className={styles.text}>{test.data.sentence}</p>
              <ul className={styles.tried}>
                {test.data.alarms.map((alarm) => (
                  <li key={alarm.at}>
                    {shortDay(alarm.at)}, onset {shortDay(alarm.onsetAt)}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
        {test.data && onUse && (
          <div>
            <Button disabledReason={whyNotUse} onClick={() => onUse(test.data.falseAlarmsPerYear)}>
              Use {test.data.falseAlarmsPerYear} a year
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}
