import styles from './overview.module.css';
import { hoursInWords } from './hours-in-words.js';
import type { Overview } from './overview-queries.js';

const steps = { triage: 'To a decision', mitigate: 'To mitigation', close: 'To closing' } as const;

/** How long incidents took from their report to each step of their life. */
export function Times({ times }: { times: Overview['times'] }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.times} aria-label="Time from report">
        <thead>
          <tr>
            {['Time from report', 'Incidents', 'Median', 'Nine in ten', 'Median before'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(Object.keys(steps) as (keyof typeof steps)[]).map((step) => {
            const { n, median, p90, medianBefore } = times[step];
            return (
              <tr key={step}>
                <th scope="row">{steps[step]}</th>
                <td>{n}</td>
                {[median, p90, medianBefore].map((hours, index) => (
                  <td key={index} className={hours === null ? styles.none : undefined}>
                    {hoursInWords(hours)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
