import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Avatar } from '../../ui/avatar.js';
import { Button } from '../../ui/button.js';
import { useCommands } from '../../ui/commands/command-registry.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { Skeleton } from '../../ui/states.js';
import { lazyPart } from '../../ui/lazy-part.js';
import { EffectMark } from './effect-mark.js';
import { reachOf } from './effect-words.js';
import { incidentMitigationsQuery, type Mitigation } from './mitigation-queries.js';
import { MitigationStatusMenu } from './mitigation-status.js';
import styles from './mitigations.module.css';

const SinceActive = lazyPart(() => import('./since-active.js').then((m) => m.SinceActive));
const AddMitigation = lazy(() => import('./add-mitigation.js').then((m) => ({ default: m.AddMitigation })));
const EditMitigation = lazy(() =>
  import('./edit-mitigation.js').then((m) => ({ default: m.EditMitigation })),
);

export interface Named {
  id: string;
  name: string;
}

interface Props {
  workspace: string;
  incident: { key: string; may: { comment: boolean; triage: boolean }; pairs: readonly Named[] };
  people: readonly Named[];
}

/** What was done against an incident, and what it did to the gap. */
export function IncidentMitigations({ workspace, incident, people }: Props) {
  const mitigations = useQuery(incidentMitigationsQuery(workspace, incident.key));
  const [open, setOpen] = useState<Mitigation | 'new' | null>(null);
  const close = (): void => setOpen(null);
  useCommands([
    {
      id: 'incident.mitigation',
      label: 'Add a mitigation',
      group: 'This incident',
      keys: 'shift+a',
      disabledReason: incident.may.comment ? null : 'Reporters, triagers and administrators add mitigations.',
      run: () => setOpen('new'),
    },
  ]);
  return (
    <Section
      title="Mitigations"
      meta={
        incident.may.comment && (
          <Button variant="bare" icon="plus" keys="shift+a" onClick={() => setOpen('new')}>
            Add mitigation
          </Button>
        )
      }
    >
      <QueryView of={mitigations} skeleton={<Skeleton rows={2} />}>
        {({ items }) => (
          <List workspace={workspace} mayChange={incident.may.triage} items={items} onOpen={setOpen} />
        )}
      </QueryView>
      <Suspense>
        {open === 'new' && (
          <AddMitigation workspace={workspace} incidentKey={incident.key} people={people} onClose={close} />
        )}
        {open && open !== 'new' && (
          <EditMitigation
            workspace={workspace}
            mitigation={open}
            mayChange={incident.may.triage}
            incidentKey={incident.key}
            people={people}
            pairs={incident.pairs}
            onClose={close}
          />
        )}
      </Suspense>
    </Section>
  );
}

interface ListProps {
  workspace: string;
  mayChange: boolean;
  items: readonly Mitigation[];
  onOpen: (mitigation: Mitigation) => void;
}

function List({ workspace, mayChange, items, onOpen }: ListProps) {
  if (items.length === 0)
    return (
      <p className={styles.quiet}>None yet: what was done, or will be, so that it does not happen again.</p>
    );
  const reach = reachOf(items.map(({ effect }) => effect));
  return (
    <div className={styles.wide}>
      <ul className={styles.list}>
        {items.map((mitigation) => (
          <li key={mitigation.id} className={styles.item}>
            <button type="button" className={styles.name} onClick={() => onOpen(mitigation)}>
              {mitigation.title}
            </button>
            <MitigationStatusMenu workspace={workspace} mayChange={mayChange} mitigation={mitigation} />
            <EffectMark effect={mitigation.effect} reach={reach} />
            {mitigation.owner ? <Avatar name={mitigation.owner.name} /> : <span />}
            {mitigation.pairId !== null && mitigation.activeAt !== null && (
              <SinceActive workspace={workspace} id={mitigation.id} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
