import {
  environment,
  evidenceGrade,
  recordKind,
  severity,
  visibility,
} from '@plumbline/shared/taxonomy/values/incident';
import { FactMenu } from '../../ui/fact-menu.js';
import styles from './incident-page.module.css';
import type { Incident } from './incident-queries.js';
import { Severity } from './incident-words.js';
import type { Named } from './incident-view.js';
import type { Editing, IncidentEdit } from './use-edit-incident.js';

interface Props {
  incident: Incident;
  editing: Editing;
  people: readonly Named[];
  teams: readonly Named[];
}

const listed = (items: readonly Named[]) => Object.fromEntries(items.map(({ id, name }) => [id, name]));

/** The short facts under the title; each opens its choices. */
export function IncidentFacts({ incident, editing, people, teams }: Props) {
  const why = incident.may.edit ? null : 'Only who reported it, who owns it, and triagers may change this.';
  const save = (edit: IncidentEdit, shown?: Partial<Incident>): void => void editing.save(edit, shown);
  const named = (items: readonly Named[], id: string | null): Named | null =>
    items.find((one) => one.id === id) ?? null;
  return (
    <div className={styles.facts}>
      <FactMenu
        label="Severity"
        value={incident.severity}
        choices={severity}
        disabledReason={why}
        onChoose={(value) => save({ severity: value as Incident['severity'] })}
      >
        {incident.severity ? <Severity level={incident.severity} /> : 'Severity not set'}
      </FactMenu>
      <FactMenu
        label="Owner"
        value={incident.owner?.id ?? null}
        choices={listed(people)}
        disabledReason={why}
        onChoose={(ownerId) => save({ ownerId }, { owner: named(people, ownerId) })}
      >
        {incident.owner?.name ?? 'Nobody owns it'}
      </FactMenu>
      <FactMenu
        label="Team"
        value={incident.team?.id ?? null}
        choices={listed(teams)}
        disabledReason={why}
        onChoose={(teamId) => save({ teamId }, { team: named(teams, teamId) })}
      >
        {incident.team?.name ?? 'No team'}
      </FactMenu>
      <Choice
        {...{ incident, save, why }}
        field="environment"
        label="Environment"
        choices={environment}
        none="No environment"
      />
      <Choice
        {...{ incident, save, why }}
        field="evidenceGrade"
        label="Evidence grade"
        choices={evidenceGrade}
        none="Evidence not graded"
      />
      <Choice
        {...{ incident, save, why }}
        field="recordKind"
        label="Record kind"
        choices={recordKind}
        fixed
      />
      <Choice {...{ incident, save, why }} field="visibility" label="Visible to" choices={visibility} fixed />
    </div>
  );
}

interface ChoiceProps {
  incident: Incident;
  save: (edit: IncidentEdit) => void;
  why: string | null;
  field: 'environment' | 'evidenceGrade' | 'recordKind' | 'visibility';
  label: string;
  choices: Record<string, string>;
  none?: string;
  /** It always has a value. */
  fixed?: boolean;
}

function Choice({ incident, save, why, field, label, choices, none, fixed }: ChoiceProps) {
  const value = incident[field];
  return (
    <FactMenu
      label={label}
      value={value}
      choices={choices}
      clearable={!fixed}
      disabledReason={why}
      onChoose={(chosen) => save({ [field]: chosen } as IncidentEdit)}
    >
      {value ? choices[value] : none}
    </FactMenu>
  );
}
