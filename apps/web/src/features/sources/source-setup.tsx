import { useQuery } from '@tanstack/react-query';
import { toolSetup } from '@plumbline/shared/source/tool-setup';
import { CopyButton } from '../../ui/copy-button.js';
import { Section } from '../../ui/section.js';
import { SourceKeys } from './source-keys.js';
import { newKeyQuery, type Source } from './sources-queries.js';
import styles from './sources.module.css';

/** What is to be pasted into the tool: with the key while it is known, with its place where it no longer is. */
export function SourceSetup({ source, why }: { source: Source; why: string | null }) {
  const { data: apiKey } = useQuery(newKeyQuery(source.id));
  const { text, where } = toolSetup(source.kind, {
    installation: location.origin,
    slug: source.slug,
    apiKey: apiKey ?? 'YOUR-KEY',
    seriesNames: source.settings.series.map(({ name }) => name),
  });
  return (
    <Section
      title="Paste this into the tool"
      meta={
        <CopyButton variant={apiKey ? 'primary' : 'secondary'} text={text}>
          Copy
        </CopyButton>
      }
    >
      <p className={styles.quiet}>{where}</p>
      {/* A keyboard can scroll what is too wide. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.code} tabIndex={0} aria-label="Configuration">
        {text}
      </pre>
      <SourceKeys source={source} shown={apiKey !== undefined} why={why} />
    </Section>
  );
}
