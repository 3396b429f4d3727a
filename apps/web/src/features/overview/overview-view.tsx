import { brokenLink } from '@plumbline/shared/taxonomy/values/classification';
import type { ReactNode } from 'react';
import { Section } from '../../ui/section.js';
import { Verdict } from '../../ui/words.js';
import { counted } from './behind.js';
import { ByWeek } from './by-week.js';
import { Figures } from './figures.js';
import { OpenByAge } from './open-by-age.js';
import styles from './overview.module.css';
import type { Overview } from './overview-queries.js';
import { overviewSentence } from './overview-sentence.js';
import { Shares } from './shares.js';
import { Times } from './times.js';
import { TypeByMechanism } from './type-by-mechanism.js';

interface Props {
  workspace: string;
  overview: Overview;
  /** What other parts of the app have to say here. */
  children?: ReactNode;
}

/** Is it getting worse, and what needs somebody: every figure opens the list behind it. */
export function OverviewView({ workspace, overview, children }: Props) {
  const { from, brokenLinks, metrics, approaches } = overview;
  const within = { ...counted, from };
  return (
    <>
      <Verdict>{overviewSentence(overview)}</Verdict>
      <Figures workspace={workspace} overview={overview} />
      <div className={styles.grid}>
        <Section title="Open, by severity and age">
          <OpenByAge workspace={workspace} overview={overview} />
        </Section>
        <Section title="How long it takes">
          <Times times={overview.times} />
        </Section>
        {children}
        <div className={styles.wide}>
          <Section title="Logged by week and type">
            <ByWeek workspace={workspace} weeks={overview.weeks} />
          </Section>
        </div>
        <Section title="By metric">
          <Shares
            workspace={workspace}
            label="Incidents by metric"
            none="No incident of this period names a metric."
            items={metrics.map(({ id, name, count }) => ({
              id,
              name,
              count,
              search: { ...within, metric: id },
            }))}
          />
        </Section>
        <Section title="By mitigation technique">
          <Shares
            workspace={workspace}
            label="Incidents by mitigation technique"
            none="No incident of this period has a mitigation."
            items={approaches.map(({ value, label, count }) => ({
              id: value,
              name: label,
              count,
              search: { ...within, mitigation: value },
            }))}
          />
        </Section>
        <Section title="Mechanism by type">
          {overview.typeByMechanism.length === 0 ? (
            <p className={styles.none}>No incident of this period is classified by both.</p>
          ) : (
            <TypeByMechanism workspace={workspace} overview={overview} />
          )}
        </Section>
        <Section title="Where intent was lost">
          <Shares
            workspace={workspace}
            label="Incidents by the link that broke"
            none="No incident of this period says where intent was lost."
            items={brokenLinks.map(({ value, count }) => ({
              id: value,
              name: brokenLink[value as keyof typeof brokenLink] ?? value,
              count,
              search: { ...within, brokenLink: value },
            }))}
          />
        </Section>
      </div>
    </>
  );
}
