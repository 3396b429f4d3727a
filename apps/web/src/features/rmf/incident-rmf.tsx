import { rmfAssessment } from '@plumbline/shared/taxonomy/values/mitigation';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { AssessmentSquare } from '../../ui/assessment-square.js';
import { Avatar } from '../../ui/avatar.js';
import { Button } from '../../ui/button.js';
import { useCommands } from '../../ui/commands/command-registry.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { Skeleton } from '../../ui/states.js';
import { type Mapping, mappingsQuery } from './rmf-queries.js';
import styles from './rmf.module.css';

const MappingDialog = lazy(() => import('./mapping-dialog.js').then((m) => ({ default: m.MappingDialog })));

export interface Named {
  id: string;
  name: string;
}

interface Props {
  workspace: string;
  incident: { key: string; may: { comment: boolean; triage: boolean } };
  people: readonly Named[];
}

/** What an incident says about NIST AI RMF: gaps, failed controls, what worked, what got better. */
export function IncidentRmf({ workspace, incident, people }: Props) {
  const mappings = useQuery(mappingsQuery(workspace, incident.key));
  const [open, setOpen] = useState<Mapping | 'new' | null>(null);
  const why = incident.may.comment ? null : 'Reporters, triagers and administrators assess.';
  useCommands([
    {
      id: 'incident.rmf',
      label: 'Assess a NIST AI RMF subcategory',
      group: 'This incident',
      keys: 'b',
      disabledReason: why,
      run: () => setOpen('new'),
    },
  ]);
  return (
    <Section
      title="NIST AI RMF"
      meta={
        !why && (
          <Button variant="bare" icon="plus" keys="b" onClick={() => setOpen('new')}>
            Add assessment
          </Button>
        )
      }
    >
      <QueryView of={mappings} skeleton={<Skeleton rows={2} />}>
        {({ items }) => <List items={items} mayEdit={!why} onOpen={setOpen} />}
      </QueryView>
      <Suspense>
        {open && (
          <MappingDialog
            workspace={workspace}
            incidentKey={incident.key}
            mapping={open === 'new' ? null : open}
            mayRemove={incident.may.triage}
            people={people}
            onClose={() => setOpen(null)}
          />
        )}
      </Suspense>
    </Section>
  );
}

interface ListProps {
  items: readonly Mapping[];
  mayEdit: boolean;
  onOpen: (mapping: Mapping) => void;
}

function List({ items, mayEdit, onOpen }: ListProps) {
  if (items.length === 0)
    return <p className={styles.quiet}>None yet: which subcategory was missing, failed, or held.</p>;
  return (
    <div className={styles.wide}>
      <ul className={styles.list}>
        {items.map((mapping) => (
          <li key={mapping.id} className={styles.item}>
            {mayEdit ? (
              <button type="button" className={styles.id} onClick={() => onOpen(mapping)}>
                {mapping.subcategory}
              </button>
            ) : (
              <span>{mapping.subcategory}</span>
            )}
            <AssessmentSquare kind={mapping.assessment}>{rmfAssessment[mapping.assessment]}</AssessmentSquare>
            <span className={styles.evidence}>{mapping.evidence}</span>
            {mapping.owner ? <Avatar name={mapping.owner.name} /> : <span />}
          </li>
        ))}
      </ul>
    </div>
  );
}
