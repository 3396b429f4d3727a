import { Link } from '@tanstack/react-router';
import styles from './log-extras.module.css';

/** The other ways in, for those who are not in front of the form. */
export function LogExtras() {
  return (
    <p className={styles.doors}>
      Numbers of a run at hand? <Link to="/check">Quick check</Link> tells from two columns when the metric
      stopped meaning what was meant, and logs it with its series. Paste an alert as JSON anywhere in the form
      and it fills itself. Other doors: <code>POST /api/v1/incidents</code> with an API key, or a bookmark to{' '}
      <code>/log?title=&amp;link=</code>. They are described in the <a href="/api/docs">API documentation</a>.
    </p>
  );
}
