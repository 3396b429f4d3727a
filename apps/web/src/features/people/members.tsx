import { workspaceRole } from '@plumbline/shared/taxonomy/values';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { FactMenu } from '../../ui/fact-menu.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { dayOf } from '../../ui/time-words.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { Invite } from './invite.js';
import { Invitations } from './invitations.js';
import styles from './settings.module.css';
import { type Member, membersQuery, usePeopleActs } from './workspace-queries.js';

const whoMay = 'Only administrators of this workspace change this.';

/** Who belongs to the workspace and with which role; who is invited. */
export function Members({ workspace, admin }: { workspace: string; admin: boolean }) {
  const members = useQuery(membersQuery(workspace));
  const acts = usePeopleActs(workspace);
  const [inviting, setInviting] = useState(false);
  const [leaving, setLeaving] = useState<Member | null>(null);
  const changeRole = (member: Member, role: string | null): void => {
    if (role)
      acts.changeRole.mutate(
        { id: member.personId, role: role as Member['role'] },
        { onError: toastFailure },
      );
  };
  return (
    <>
      <Section
        title="People"
        meta={
          <Button
            variant="primary"
            icon="plus"
            disabledReason={admin ? null : whoMay}
            onClick={() => setInviting(true)}
          >
            Invite
          </Button>
        }
      >
        <QueryView of={members}>
          {({ items }) => (
            <DataTable
              label="People"
              columns={columns(admin, changeRole, setLeaving)}
              rows={items}
              rowKey={({ personId }) => personId}
            />
          )}
        </QueryView>
      </Section>
      {admin && <Invitations workspace={workspace} />}
      {inviting && <Invite workspace={workspace} onClose={() => setInviting(false)} />}
      {leaving && (
        <ConfirmDialog
          title={`Remove ${leaving.name}?`}
          verb="Remove"
          harmful
          pending={acts.removeMember.isPending}
          onClose={() => setLeaving(null)}
          onConfirm={() =>
            acts.removeMember.mutate(leaving.personId, {
              onSuccess: () => {
                toast(`${leaving.name} is no longer a member.`);
                setLeaving(null);
              },
              onError: toastFailure,
            })
          }
        >
          They lose access at once. What they wrote stays, under their name.
        </ConfirmDialog>
      )}
    </>
  );
}

function columns(
  admin: boolean,
  onRole: (member: Member, role: string | null) => void,
  onRemove: (member: Member) => void,
): Column<Member>[] {
  return [
    {
      id: 'name',
      head: 'Name',
      cell: ({ name, example }) => (
        <span className={styles.named}>
          {name}
          {example && <Chip>example</Chip>}
        </span>
      ),
      phone: 'first',
    },
    { id: 'email', head: 'E-mail', cell: ({ email }) => email, width: '260px' },
    {
      id: 'role',
      head: 'Role',
      cell: (member) => (
        <FactMenu
          label={`Role of ${member.name}`}
          value={member.role}
          choices={workspaceRole}
          clearable={false}
          disabledReason={admin ? null : whoMay}
          onChoose={(role) => onRole(member, role)}
        >
          {workspaceRole[member.role]}
        </FactMenu>
      ),
      width: '160px',
    },
    { id: 'since', head: 'Since', cell: ({ joinedAt }) => dayOf(joinedAt), width: '120px' },
    {
      id: 'remove',
      head: <span className="visually-hidden">Actions</span>,
      cell: (member) =>
        admin && (
          <Button variant="bare" onClick={() => onRemove(member)}>
            Remove<span className="visually-hidden"> {member.name}</span>
          </Button>
        ),
      width: '100px',
    },
  ];
}
