import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { MultiSelectField } from '../../ui/choice-field.js';
import { TextField } from '../../ui/field.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import styles from './settings.module.css';
import { membersQuery, type Team, teamsQuery, usePeopleActs } from './workspace-queries.js';

/** Teams and who is in them: incidents are assigned to teams, and can be shown to one alone. */
export function Teams({ workspace, admin }: { workspace: string; admin: boolean }) {
  const teams = useQuery(teamsQuery(workspace));
  const members = useQuery(membersQuery(workspace)).data?.items ?? [];
  const { createTeam } = usePeopleActs(workspace);
  const [name, setName] = useState('');
  return (
    <Section title="Teams">
      <QueryView of={teams}>
        {({ items }) => (
          <div className={styles.form}>
            {items.length === 0 && (
              <p>No team yet. Incidents can be assigned to a team, and shown to it alone.</p>
            )}
            {items.map((team) => (
              <OneTeam
                key={team.id}
                workspace={workspace}
                team={team}
                admin={admin}
                people={members.map(({ personId, name: label }) => ({ value: personId, label }))}
              />
            ))}
          </div>
        )}
      </QueryView>
      {admin && (
        <form
          className={styles.inline}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) createTeam.mutate(name, { onSuccess: () => setName(''), onError: toastFailure });
          }}
        >
          <TextField label="New team" value={name} onChange={setName} />
          <Button
            type="submit"
            pending={createTeam.isPending}
            disabledReason={name.trim() ? null : 'Name it first.'}
          >
            Make the team
          </Button>
        </form>
      )}
    </Section>
  );
}

interface OneProps {
  workspace: string;
  team: Team;
  admin: boolean;
  people: { value: string; label: string }[];
}

function OneTeam({ workspace, team, admin, people }: OneProps) {
  const { setTeamMember, archiveTeam, restoreTeam } = usePeopleActs(workspace);
  const inside = team.members.map(({ personId }) => personId);
  const names = team.members.map(({ name }) => name).join(', ');
  if (!admin)
    return (
      <p>
        <b>{team.name}</b> {names || 'nobody yet'}
      </p>
    );
  const change = (next: string[]): void => {
    const [added] = next.filter((id) => !inside.includes(id));
    const [gone] = inside.filter((id) => !next.includes(id));
    const person = added ?? gone;
    if (person) setTeamMember.mutate({ id: team.id, person, on: Boolean(added) }, { onError: toastFailure });
  };
  const archive = (): void =>
    archiveTeam.mutate(team.id, {
      onSuccess: () =>
        toast(`${team.name} is archived.`, {
          undo: () => restoreTeam.mutate(team.id, { onError: toastFailure }),
        }),
      onError: toastFailure,
    });
  return (
    <div className={styles.inline}>
      <MultiSelectField
        label={team.name}
        note={team.example ? 'example' : undefined}
        data={people}
        value={inside}
        onChange={change}
      />
      <Button variant="bare" onClick={archive}>
        Archive<span className="visually-hidden"> {team.name}</span>
      </Button>
    </div>
  );
}
