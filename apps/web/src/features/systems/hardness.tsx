import { Segmented } from '../../ui/segmented.js';
import type { Objective } from './objectives-queries.js';
import styles from './systems.module.css';

/** Why an intent is hard to write down, each judged from 0 to 3. */
export const hardnessTraits = {
  contextDependent: { label: 'Context-dependent', hint: 'How much it depends on the situation' },
  implicit: { label: 'Implicit', hint: 'How much of it is left unsaid' },
  multiDimensional: { label: 'Multi-dimensional', hint: 'How many wishes pull against each other' },
  changing: { label: 'Changing', hint: 'How much it changes over time' },
} as const;
export type HardnessTrait = keyof typeof hardnessTraits;
export type Hardness = Pick<Objective, HardnessTrait>;

export const traits = Object.keys(hardnessTraits) as HardnessTrait[];
const degrees = ['0', '1', '2', '3'] as const;

/** Four bars of three steps, with the number beside each. */
export function HardnessProfile({ of }: { of: Hardness }) {
  return (
    <dl className={styles.hardness}>
      {traits.map((trait) => {
        const degree = of[trait];
        return (
          <div key={trait}>
            <dt>{hardnessTraits[trait].label}</dt>
            <dd>
              <span className={styles.steps} aria-hidden="true">
                {[1, 2, 3].map((step) => (
                  <i key={step} data-on={degree !== null && degree >= step ? '' : undefined} />
                ))}
              </span>
              {degree === null ? <span className={styles.quiet}>not judged</span> : `${degree} of 3`}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

interface FieldProps {
  trait: HardnessTrait;
  value: number | null;
  onChange: (value: number | null) => void;
}

/** One judgement from 0 to 3, or none. */
export function HardnessField({ trait, value, onChange }: FieldProps) {
  const { label, hint } = hardnessTraits[trait];
  return (
    <div className={styles.judge}>
      <div>
        {label} <span className={styles.quiet}>{hint}</span>
      </div>
      <Segmented
        label={`${label}, 0 to 3`}
        options={[
          { value: 'none', label: 'Not judged' },
          ...degrees.map((degree) => ({ value: degree, label: degree })),
        ]}
        value={value === null ? 'none' : (String(value) as (typeof degrees)[number])}
        onChange={(next) => onChange(next === 'none' ? null : Number(next))}
      />
    </div>
  );
}
