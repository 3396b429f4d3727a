import { incidentLinkKind } from '@plumbline/shared/taxonomy/values/incident';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { IconButton } from '../../ui/icon-button.js';
import { Section } from '../../ui/section.js';
import { toastFailure } from '../../ui/toast/toasts.js';
import { lazyPart } from '../../ui/lazy-part.js';
import styles from './incident-side.module.css';
import { type Incident, similarQuery } from './incident-queries.js';
import { linksQuery, useTalk } from './talk-queries.js';

const LinkDialog = lazyPart(() => import('./link-dialog.js').then((m) => m.LinkDialog));

interface Props {
  workspace: string;
  incident: Incident;
}

/** Incidents like this one, each with its why. */
export function SimilarIncidents({ workspace, incident }: Props) {
  const [system] = incident.systems;
  const mechanism = incident.labels.find(({ facet }) => facet === 'mechanism')?.value;
  const { data } = useQuery(
    similarQuery(workspace, {
      title: incident.title,
      system: system?.id,
      mechanism: mechanism as 'other' | undefined,
      except: incident.key,
    }),
  );
  return (
    <Section title="Similar">
      {data?.items.length === 0 && <p className={styles.quiet}>Nothing like it.</p>}
      {data?.items.map(({ key, title, why }) => (
        <div key={key} className={styles.similar}>
          <Link to="/w/$workspace/incidents/$key" params={{ workspace, key }}>
            {key}
          </Link>{' '}
          {title}
          <div className={styles.why}>{why.join(', ')}</div>
        </div>
      ))}
    </Section>
  );
}

/** How this incident relates to others, as people have said. */
export function LinkedIncidents({ workspace, incident }: Props) {
  const { data } = useQuery(linksQuery(workspace, incident.key));
  const { removeLink } = useTalk(workspace, incident.key);
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title="Linked"
      meta={
        incident.may.comment && (
          <Button variant="bare" icon="plus" className={styles.add} onClick={() => setAdding(true)}>
            Link
          </Button>
        )
      }
    >
      {data?.items.length === 0 && <p className={styles.quiet}>Not linked to others.</p>}
      {data?.items.map(({ id, kind, outgoing, key, title }) => (
        <div key={id} className={styles.row}>
          <span>
            <span className={styles.quiet}>{outgoing ? incidentLinkKind[kind] : fromThere[kind]}</span>{' '}
            <Link to="/w/$workspace/incidents/$key" params={{ workspace, key }}>
              {key}
            </Link>{' '}
            {title}
          </span>
          {incident.may.comment && kind !== 'duplicate_of' && (
            <IconButton
              icon="close"
              label={`Remove the link to ${key}`}
              onClick={() => removeLink.mutate(id, { onError: toastFailure })}
            />
          )}
        </div>
      ))}
      {adding && <LinkDialog workspace={workspace} incident={incident} onClose={() => setAdding(false)} />}
    </Section>
  );
}

/** How a relation reads from its other end. */
const fromThere: Record<keyof typeof incidentLinkKind, string> = {
  duplicate_of: 'Has the duplicate',
  similar_to: 'Similar to',
  caused_by: 'Cause of',
  regression_of: 'Came back as',
  variant_of: 'Has the variant',
};
