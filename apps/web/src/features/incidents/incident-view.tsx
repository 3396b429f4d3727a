import type { ReactNode } from 'react';
import { RecordTitle } from '../../ui/words.js';
import { ThreeBoxes } from '../../ui/three-boxes.js';
import { Section } from '../../ui/section.js';
import { lazyPart } from '../../ui/lazy-part.js';
import { EditableText } from './editable-text.js';
import type { Choices } from './incident-choices.js';
import { IncidentFacts } from './incident-facts.js';
import styles from './incident-page.module.css';
import type { Incident } from './incident-queries.js';
import { IncidentStepper } from './incident-stepper.js';
import type { Editing, IncidentEdit } from './use-edit-incident.js';

const ConflictDialog = lazyPart(() => import('./conflict-dialog.js').then((m) => m.ConflictDialog));

interface Props {
  workspace: string;
  incident: Incident;
  editing: Editing;
  choices: Choices;
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
export function IncidentView({ workspace, incident, editing, choices, children }: Props) {
  const text = (field: TextField, label: string) => ({
    label,
    name: `${workspace}.${incident.key}.${field}`,
    value: incident[field],
    mayEdit: incident.may.edit,
    onSave: (value: string, began: string) =>
      editing.save({ [field]: value } as IncidentEdit, {}, { ...incident, [field]: began }),
  });
  const broken = incident.labels.find(({ facet }) => facet === 'brokenLink')?.value;
  const { metrics } = incident;
  const measure = (role: string): string =>
    metrics
      .filter((metric) => metric.role === role)
      .map(({ name }) => `${role}, ${name}`)
      .join('; ');
  const names = nameOf(incident, choices);
  return (
    <article className={styles.record}>
      <div className={styles.head}>
        <RecordTitle>
          <EditableText {...text('title', 'Title')} lines="one" />
        </RecordTitle>
        <IncidentFacts incident={incident} editing={editing} choices={choices} />
      </div>
      <IncidentStepper workspace={workspace} incident={incident} />
      <ThreeBoxes
        wanted={{
          children: <EditableText {...text('intendedGoal', 'What was wanted')} />,
          foot: measure('intent'),
        }}
        specified={{
          children: <EditableText {...text('specifiedObjective', 'What was specified')} />,
          foot: measure('proxy'),
        }}
        happened={{ children: <EditableText {...text('observedBehaviour', 'What happened')} /> }}
        lostAfter={broken ? (lostAfter[broken] ?? null) : null}
      />
      {children}
      <div className={styles.sections}>
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
      </div>
      {editing.conflict && (
        <ConflictDialog conflict={editing.conflict} nameOf={names} onDecide={editing.decide} />
      )}
    </article>
  );
}

/** What an id on this page stands for. */
function nameOf(incident: Incident, choices: Choices): (id: string) => string | undefined {
  const all = [
    ...Object.values(choices).flat(),
    ...incident.systems,
    ...incident.metrics,
    ...incident.pairs,
    ...(incident.owner ? [incident.owner] : []),
    ...(incident.team ? [incident.team] : []),
  ] as { id: string; name: string }[];
  return (id) => all.find((one) => one.id === id)?.name;
}

type TextField =
  | 'title'
  | 'intendedGoal'
  | 'specifiedObjective'
  | 'observedBehaviour'
  | 'description'
  | 'lesson'
  | 'suspectedLearnedObjective';
