import { valuesOf, workspaceRole, type WorkspaceRole } from '@plumbline/shared/taxonomy/values';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Button } from '../../ui/button.js';
import { MultiSelectField, SelectField } from '../../ui/choice-field.js';
import { CopyButton } from '../../ui/copy-button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/field.js';
import { emailProblem } from './credential-checks.js';
import styles from './settings.module.css';
import { teamsQuery, usePeopleActs } from './workspace-queries.js';

/** Opens a door for one person; the link is shown once, to be passed on. */
export function Invite({ workspace, onClose }: { workspace: string; onClose: () => void }) {
  const form = useId();
  const { invite } = usePeopleActs(workspace);
  const teams = useQuery(teamsQuery(workspace)).data?.items ?? [];
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<WorkspaceRole>('reporter');
  const [teamIds, setTeamIds] = useState<string[]>([]);
  const why = emailProblem(email);
  if (invite.data)
    return (
      <Dialog
        title={`Pass this link on to ${invite.data.email}`}
        onClose={onClose}
        actions={
          <CopyButton variant="primary" text={invite.data.link}>
            Copy the link
          </CopyButton>
        }
      >
        <p>It works once, for a week, and is not shown again. Plumbline sends no mail.</p>
        <pre className={styles.secret}>{invite.data.link}</pre>
      </Dialog>
    );
  return (
    <Dialog
      title="Invite somebody"
      onClose={onClose}
      actions={
        <Button type="submit" form={form} variant="primary" pending={invite.isPending} disabledReason={why}>
          Make the link
        </Button>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!why) invite.mutate({ email, role, teamIds });
        }}
      >
        <TextField
          label="E-mail"
          type="email"
          data-autofocus
          value={email}
          onChange={setEmail}
          check={emailProblem}
        />
        <SelectField
          label="Role"
          allowDeselect={false}
          data={valuesOf(workspaceRole).map((value) => ({ value, label: workspaceRole[value] }))}
          value={role}
          onChange={(value) => value && setRole(value as WorkspaceRole)}
        />
        {teams.length > 0 && (
          <MultiSelectField
            label="Teams"
            data={teams.map(({ id, name }) => ({ value: id, label: name }))}
            value={teamIds}
            onChange={setTeamIds}
          />
        )}
        {invite.error && <p role="alert">{invite.error.message}</p>}
      </form>
    </Dialog>
  );
}
