import { useQuery } from '@tanstack/react-query';
import { workspaceRole, type WorkspaceRole } from '@plumbline/shared/taxonomy/values';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { QueryView } from '../../ui/query-view.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { Section } from '../../ui/section.js';
import { EmptyState } from '../../ui/states.js';
import { dayOf } from '../../ui/time-words.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { type ApiKey, apiKeysQuery, useRevokeApiKey } from './api-key-queries.js';
import { NewApiKey } from './new-api-key.js';

/** The keys that scripts and tools send; made, looked over, revoked. */
export function ApiKeys({ workspace, role }: { workspace: string; role: WorkspaceRole }) {
  const keys = useQuery(apiKeysQuery(workspace));
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const make = (
    <Button variant="primary" icon="plus" onClick={() => setMaking(true)}>
      New API key
    </Button>
  );
  return (
    <Section title="API keys" meta={keys.data?.items.length ? make : null}>
      <QueryView of={keys}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No API key yet" action={make}>
              A key lets a script, a notebook or a monitoring tool log incidents and send observations.
            </EmptyState>
          ) : (
            <DataTable label="API keys" columns={columns(setRevoking)} rows={items} rowKey={({ id }) => id} />
          )
        }
      </QueryView>
      {making && <NewApiKey role={role} onClose={() => setMaking(false)} />}
      {revoking && <Revoke apiKey={revoking} onClose={() => setRevoking(null)} />}
    </Section>
  );
}

function Revoke({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const revoke = useRevokeApiKey();
  return (
    <ConfirmDialog
      title={`Revoke ${apiKey.name}?`}
      verb="Revoke key"
      harmful
      pending={revoke.isPending}
      onClose={onClose}
      onConfirm={() =>
        revoke.mutate(apiKey.id, {
          onSuccess: () => {
            toast(`${apiKey.name} is revoked.`);
            onClose();
          },
          onError: toastFailure,
        })
      }
    >
      Whatever still sends it is refused from now on. This cannot be undone; what it wrote stays.
    </ConfirmDialog>
  );
}

function stateOf({ revokedAt, expiresAt }: ApiKey): string {
  if (revokedAt) return `revoked ${dayOf(revokedAt)}`;
  if (!expiresAt) return 'no end';
  return `${Date.parse(expiresAt) < Date.now() ? 'ended' : 'until'} ${dayOf(expiresAt)}`;
}

const columns = (onRevoke: (key: ApiKey) => void): Column<ApiKey>[] => [
  { id: 'name', head: 'Name', cell: ({ name }) => name, phone: 'first' },
  { id: 'prefix', head: 'Begins with', cell: ({ prefix }) => <code>{prefix}</code>, width: '150px' },
  { id: 'role', head: 'Role', cell: ({ role }) => workspaceRole[role], width: '110px' },
  { id: 'by', head: 'Made by', cell: ({ createdBy }) => createdBy.name, width: '140px' },
  { id: 'end', head: 'Valid', cell: stateOf, width: '150px' },
  {
    id: 'used',
    head: 'Last used',
    cell: ({ lastUsedAt }) => (lastUsedAt ? <RelativeTime at={lastUsedAt} suffix /> : 'never'),
    width: '110px',
  },
  {
    id: 'revoke',
    head: <span className="visually-hidden">Actions</span>,
    cell: (key) =>
      key.revokedAt ? null : (
        <Button variant="bare" onClick={() => onRevoke(key)} aria-label={`Revoke ${key.name}`}>
          Revoke
        </Button>
      ),
    width: '90px',
    phone: 'first',
  },
];
