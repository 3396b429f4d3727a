import { environment } from '@plumbline/shared/taxonomy/values/incident';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Kbd } from '../../ui/kbd.js';
import { QueryView } from '../../ui/query-view.js';
import { SeverityBars } from '../../ui/severity-bars.js';
import { Skeleton } from '../../ui/states.js';
import styles from './evidence-pane.module.css';
import { KeyWord } from './key-word.js';
import { LeaseNote } from './lease-note.js';
import { RmfLine } from './rmf-line.js';
import { SuggestedClassification } from './suggested-classification.js';
import { evidenceQuery, type Incident, likeQuery } from './triage-queries.js';

interface Props {
  workspace: string;
  incidentKey: string;
  /** Whether being here may say so to others. */
  holds: boolean;
  /** The proxy and the intent that came apart. */
  chart: (pair: { id: string; name: string }) => ReactNode;
}

/** What a person needs to see to decide about one incident. */
export function EvidencePane({ workspace, incidentKey, holds, chart }: Props) {
  const incident = useQuery(evidenceQuery(workspace, incidentKey));
  return (
    <QueryView of={incident} skeleton={<Skeleton rows={10} height={44} />}>
      {(it) => (
        <article className={styles.pane} aria-label={`${it.key} ${it.title}`}>
          <Head workspace={workspace} incident={it} holds={holds} />
          <h2 className={styles.title}>{it.title}</h2>
          {it.pairs[0] && chart(it.pairs[0])}
          <Boxes incident={it} />
          {it.description && <p className={styles.description}>{it.description}</p>}
          <SuggestedClassification incident={it} rmf={<RmfLine workspace={workspace} incident={it} />} />
          <Similar workspace={workspace} incident={it} />
        </article>
      )}
    </QueryView>
  );
}

function Head({ workspace, incident, holds }: { workspace: string; incident: Incident; holds: boolean }) {
  const { key, severity, systems, environment: where, owner } = incident;
  return (
    <div className={styles.head}>
      {severity ? <SeverityBars level={severity} /> : <span className={styles.quiet}>severity not set</span>}
      <Kbd keys="p" />
      <Link to="/w/$workspace/incidents/$key" params={{ workspace, key }} className={styles.key}>
        <KeyWord of={key} />
      </Link>
      {systems[0] && <span>{systems[0].name}</span>}
      {where && <span className={styles.quiet}>{environment[where].toLowerCase()}</span>}
      {owner && <span className={styles.quiet}>owned by {owner.name}</span>}
      {holds && <LeaseNote workspace={workspace} incidentKey={key} />}
    </div>
  );
}

/** The three boxes under each other: dashed brass, solid blue, solid ink. */
function Boxes({ incident }: { incident: Incident }) {
  const { intendedGoal, specifiedObjective, observedBehaviour } = incident;
  if (!intendedGoal && !specifiedObjective && !observedBehaviour)
    return <p className={styles.quiet}>Nobody has said yet what was wanted, specified, and what happened.</p>;
  return (
    <div className={styles.boxes}>
      <Box kind="wanted" title="What was wanted" text={intendedGoal} />
      <Box kind="specified" title="What was specified" text={specifiedObjective} />
      <Box kind="happened" title="What happened" text={observedBehaviour} />
    </div>
  );
}

function Box({
  kind,
  title,
  text,
}: {
  kind: 'wanted' | 'specified' | 'happened';
  title: string;
  text: string;
}) {
  return (
    <section className={`${styles.box} ${styles[kind]}`}>
      <h3>{title}</h3>
      <p>{text || <span className={styles.quiet}>not said yet</span>}</p>
    </section>
  );
}

/** What is like it, the strongest first, each with its why: what 2 offers. */
function Similar({ workspace, incident }: { workspace: string; incident: Incident }) {
  const { data } = useQuery(likeQuery(workspace, incident));
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-label="Similar">
      <h3 className={styles.heading}>Similar</h3>
      <ul className={styles.similar}>
        {data.items.slice(0, 3).map(({ key, title, why }) => (
          <li key={key}>
            <Link to="/w/$workspace/incidents/$key" params={{ workspace, key }} className={styles.key}>
              <KeyWord of={key} />
            </Link>{' '}
            {title} <span className={styles.quiet}>{why.join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
