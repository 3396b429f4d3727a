import { type ReactNode, useState } from 'react';
import { CopyButton } from '../../ui/copy-button.js';
import { Section } from '../../ui/section.js';
import { Segmented } from '../../ui/segmented.js';
import { codeSnippets } from './code-snippets.js';
import styles from './sources.module.css';

/** What to paste into a terminal, a script, a notebook or a trainer. @param keys where a key is made */
export function FromCode({ keys }: { keys: ReactNode }) {
  const snippets = codeSnippets(location.origin, 'YOUR-KEY');
  const [way, setWay] = useState(snippets[0]!.value);
  const { label, about, code } = snippets.find(({ value }) => value === way)!;
  return (
    <Section
      title="From code"
      meta={
        <CopyButton variant="primary" text={code}>
          Copy
        </CopyButton>
      }
    >
      <Segmented label="From" options={snippets} value={way} onChange={setWay} />
      <p className={`${styles.quiet} ${styles.about}`}>{about}</p>
      {/* A keyboard can scroll what is too wide. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.code} tabIndex={0} aria-label={`Example for ${label}`}>
        {code}
      </pre>
      <p className={styles.quiet}>
        Put a key in the place of YOUR-KEY: {keys} To log it needs the scope incidents:write, to send values
        observations:write, to make a run known workspace:write. Everything else is in the{' '}
        <a href="/api/docs">description of the API</a>.
      </p>
    </Section>
  );
}
