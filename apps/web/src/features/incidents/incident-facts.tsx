import { environment, evidenceGrade, recordKind } from '@plumbline/shared/taxonomy/values/incident';
import { useState } from 'react';
import { Avatar } from '../../ui/avatar.js';
import { ChipButton, Chip } from '../../ui/chip.js';
import { useCommands } from '../../ui/commands/command-registry.js';
import { FactButton, FactMenu } from '../../ui/fact-menu.js';
import { lazyPart } from '../../ui/lazy-part.js';
import type { Choices, Named } from './incident-choices.js';
import styles from './incident-facts.module.css';
import type { Incident } from './incident-queries.js';
import { Severity } from './incident-words.js';
import type { Editing, IncidentEdit } from './use-edit-incident.js';
import { whyNotEdit } from './why-not.js';

const SeverityDialog = lazyPart(() => import('./severity-dialog.js').then((m) => m.SeverityDialog));
const TagsDialog = lazyPart(() => import('./tags-dialog.js').then((m) => m.TagsDialog));
const VisibilityDialog = lazyPart(() => import('./visibility-dialog.js').then((m) => m.VisibilityDialog));
const ChooseOne = lazyPart(() => import('./choose-dialogs.js').then((m) => m.ChooseOne));

interface Props {
  incident: Incident;
  editing: Editing;
  choices: Choices;
}

type Asked = 'severity' | 'owner' | 'visibility' | 'tags';

/** The short facts under the title; each opens its choices. */
export function IncidentFacts({ incident, editing, choices }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const reason = whyNotEdit(incident);
  const { owner, team, tags } = incident;
  const close = (): void => setAsked(null);
  useCommands(
    (
      [
        ['severity', 'Set the severity', 'p'],
        ['owner', 'Assign an owner', 'a'],
        ['tags', 'Edit tags', undefined],
        ['visibility', 'Change who sees it', undefined],
      ] as const
    ).map(([part, label, keys]) => ({
      id: `incident.${part}`,
      label,
      group: 'This incident',
      keys,
      disabledReason: reason,
      run: () => setAsked(part),
    })),
  );
  return (
    <>
      <div className={styles.facts}>
        <FactButton
          label="Severity"
          disabledReason={reason}
          title={incident.severityReason || undefined}
          onClick={() => setAsked('severity')}
        >
          {incident.severity ? <Severity level={incident.severity} /> : 'Severity not set'}
        </FactButton>
        {incident.systems.map(({ id, name }) => (
          <span key={id} className={styles.system}>
            {name}
          </span>
        ))}
        <Choice {...{ incident, editing }} field="environment" label="Environment" none="no environment" />
        <FactButton label="Owner" disabledReason={reason} onClick={() => setAsked('owner')}>
          {owner ? <Avatar name={owner.name} named /> : 'nobody owns it'}
        </FactButton>
        <FactMenu
          label="Team"
          value={team?.id ?? null}
          choices={Object.fromEntries(choices.teams.map(({ id, name }) => [id, name]))}
          disabledReason={reason}
          onChoose={(teamId) => void editing.save({ teamId }, { team: named(choices.teams, teamId) })}
        >
          {team?.name ?? 'no team'}
        </FactMenu>
        <Choice
          {...{ incident, editing }}
          field="evidenceGrade"
          label="Evidence"
          none="evidence not graded"
        />
        <Choice {...{ incident, editing }} field="recordKind" label="Kind of record" fixed />
        <FactButton label="Visible to" disabledReason={reason} onClick={() => setAsked('visibility')}>
          {audience(incident)}
        </FactButton>
        {tags.map((tag) => (
          <Chip key={tag}>{tag}</Chip>
        ))}
        {!reason && (
          <ChipButton className={styles.tag} onClick={() => setAsked('tags')}>
            {tags.length === 0 ? 'Add tags' : 'Edit tags'}
          </ChipButton>
        )}
      </div>
      {incident.severityReason && <p className={styles.reason}>{incident.severityReason}</p>}
      {asked === 'severity' && <SeverityDialog incident={incident} editing={editing} onClose={close} />}
      {asked === 'tags' && <TagsDialog incident={incident} editing={editing} onClose={close} />}
      {asked === 'visibility' && (
        <VisibilityDialog incident={incident} editing={editing} people={choices.people} onClose={close} />
      )}
      {asked === 'owner' && (
        <ChooseOne
          label="Owner"
          hint="The owner is asked first, and may always edit it."
          chosen={owner?.id ?? null}
          choices={merged(choices.people, owner)}
          onClose={close}
          onSave={(ownerId) =>
            editing.save({ ownerId }, { owner: named(merged(choices.people, owner), ownerId) })
          }
        />
      )}
    </>
  );
}

const named = (items: readonly Named[], id: string | null): Named | null => {
  const found = items.find((one) => one.id === id);
  return found ? { id: found.id, name: found.name } : null;
};

const merged = (items: readonly Named[], one: Named | null): readonly Named[] =>
  one && !items.some(({ id }) => id === one.id) ? [...items, one] : items;

/** Who sees it, in words. */
function audience({ visibility: who, team }: Incident): string {
  if (who === 'workspace') return 'everyone here';
  return who === 'team' ? `only ${team?.name ?? 'its team'}` : 'restricted';
}

const vocabularies = { environment, evidenceGrade, recordKind } as const;

interface ChoiceProps {
  incident: Incident;
  editing: Editing;
  field: keyof typeof vocabularies;
  label: string;
  none?: string;
  /** It always has a value. */
  fixed?: boolean;
}

function Choice({ incident, editing, field, label, none, fixed }: ChoiceProps) {
  const words: Record<string, string> = vocabularies[field];
  const value = incident[field];
  const word =
    value && (field === 'evidenceGrade' ? `evidence ${words[value]}` : words[value]!.toLowerCase());
  return (
    <FactMenu
      label={label}
      value={value}
      choices={words}
      clearable={!fixed}
      disabledReason={whyNotEdit(incident)}
      onChoose={(chosen) => void editing.save({ [field]: chosen } as IncidentEdit)}
    >
      {word ?? none}
    </FactMenu>
  );
}
