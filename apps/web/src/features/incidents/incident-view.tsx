import type { ReactNode } from 'react';
import { RecordTitle } from '../../ui/words.js';
import { ThreeBoxes } from '../../ui/three-boxes.js';
import { Section } from '../../ui/section.js';
import { ConflictDialog } from './conflict-dialog.js';
import { EditableText } from './editable-text.js';
import { IncidentFacts } from './incident-facts.js';
import styles from './incident-page.module.css';
import type { Incident } from './incident-queries.js';
import { IncidentStepper } from './incident-stepper.js';
import type { Editing, IncidentEdit } from './use-edit-incident.js';

export interface Named {
  id: string;
  name: string;
}

interface Props {
  incident: Incident;
  editing: Editing;
  people: readonly Named[];
  teams: readonly Named[];
  /** What other features hang between boxes and timeline: chart, mitigations, RMF assessments. */
  children?: ReactNode;
}

const lostAfter: Record<string, 'wanted' | 'specified'> = {
  intent_to_spec: 'wanted',
  spec_to_reward: 'specified',
  reward_to_policy: 'specified',
  policy_to_deployment: 'specified',
};

/** The truth about one incident: what it is, where it stands, what was wanted, specified, and what happened. */
export function IncidentView({ incident, editing, people, teams, children }: Props) {
  const text = (field: TextField, label: string) => ({
    label,
    value: incident[field],
    mayEdit: incident.may.edit,
    onSave: (value: string) => editing.save({ [field]: value } as IncidentEdit),
  });
  const broken = incident.labels.find(({ facet }) => facet === 'brokenLink')?.value;
  return (
    <article className={styles.record}>
      <RecordTitle>
        <EditableText {...text('title', 'Title')} lines="one" />
      </RecordTitle>
      <IncidentFacts incident={incident} editing={editing} people={people} teams={teams} />
      <IncidentStepper incident={incident} />
      <ThreeBoxes
        wanted={{ children: <EditableText {...text('intendedGoal', 'What was wanted')} /> }}
        specified={{ children: <EditableText {...text('specifiedObjective', 'What was specified')} /> }}
        happened={{ children: <EditableText {...text('observedBehaviour', 'What happened')} /> }}
        lostAfter={broken ? (lostAfter[broken] ?? null) : null}
      />
      {children}
      <Section title="Description">
        <EditableText {...text('description', 'Description')} markdown />
      </Section>
      <div className={styles.pair}>
        <Section title="Suspected learned objective">
          <EditableText {...text('suspectedLearnedObjective', 'Suspected learned objective')} />
        </Section>
        <Section title="Lesson">
          <EditableText {...text('lesson', 'Lesson')} />
        </Section>
      </div>
      {editing.conflict && <ConflictDialog conflict={editing.conflict} onDecide={editing.decide} />}
    </article>
  );
}

type TextField =
  | 'title'
  | 'intendedGoal'
  | 'specifiedObjective'
  | 'observedBehaviour'
  | 'description'
  | 'lesson'
  | 'suspectedLearnedObjective';
