import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { EmptyState } from '../../ui/states.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { HardnessProfile } from './hardness.js';
import { LoopholeLog } from './loophole-log.js';
import { type Objective, objectivesQuery, useArchiveObjective } from './objectives-queries.js';
import type { Permissions } from './permissions.js';
import styles from './systems.module.css';
import { lazyPart } from '../../ui/lazy-part.js';

const EditObjective = lazyPart(() => import('./objective-form.js').then((m) => m.EditObjective));
const NewObjective = lazyPart(() => import('./objective-form.js').then((m) => m.NewObjective));

interface Props extends Permissions {
  workspace: string;
  system: { id: string; key: string };
}

/** What people want of a system, beside what it literally optimises. */
export function Objectives({ workspace, system, whyNotAdd, whyNotChange }: Props) {
  const objectives = useQuery(objectivesQuery(workspace, system.key));
  const [stating, setStating] = useState(false);
  const add = (
    <Button icon="plus" disabledReason={whyNotAdd} onClick={() => setStating(true)}>
      New objective
    </Button>
  );
  return (
    <Section title="Objectives" meta={objectives.data?.items.length ? add : null}>
      <QueryView of={objectives}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No objective yet" action={add}>
              An objective says what people want, the intent, and what is literally optimised, the
              specification. A proxy cannot be activated without one.
            </EmptyState>
          ) : (
            items.map((objective) => (
              <OneObjective
                key={objective.id}
                objective={objective}
                whyNotAdd={whyNotAdd}
                whyNotChange={whyNotChange}
              />
            ))
          )
        }
      </QueryView>
      {stating && <NewObjective system={system.id} onClose={() => setStating(false)} />}
    </Section>
  );
}

function OneObjective({ objective, whyNotAdd, whyNotChange }: Permissions & { objective: Objective }) {
  const [editing, setEditing] = useState(false);
  const { archive, restore } = useArchiveObjective(objective.id);
  const putAway = (): void =>
    archive.mutate(undefined, {
      onSuccess: () =>
        toast(`${objective.name} is archived.`, {
          undo: () => restore.mutate(undefined, { onError: toastFailure }),
        }),
      onError: toastFailure,
    });
  return (
    <article className={styles.objective} aria-label={objective.name}>
      <div className={styles.objectiveHead}>
        <h3>{objective.name}</h3>
        <Button
          variant="bare"
          disabledReason={whyNotChange}
          aria-label={`Edit ${objective.name}`}
          onClick={() => setEditing(true)}
        >
          Edit
        </Button>
        <Button
          variant="bare"
          disabledReason={whyNotChange}
          pending={archive.isPending}
          aria-label={`Archive ${objective.name}`}
          onClick={putAway}
        >
          Archive
        </Button>
      </div>
      <div className={styles.twoBoxes}>
        <section className={styles.wanted}>
          <h4>Intent</h4>
          <p>{objective.intent}</p>
        </section>
        <section className={styles.specified}>
          <h4>Specification</h4>
          <p>{objective.specification}</p>
        </section>
      </div>
      <HardnessProfile of={objective} />
      <LoopholeLog objective={objective} whyNotAdd={whyNotAdd} whyNotChange={whyNotChange} />
      {editing && <EditObjective objective={objective} onClose={() => setEditing(false)} />}
    </article>
  );
}
