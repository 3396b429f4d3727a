import { Checkbox } from '@mantine/core';
import {
  apiKeyScope,
  type ApiKeyScope,
  valuesOf,
  workspaceRole,
  type WorkspaceRole,
} from '@plumbline/shared/taxonomy/values';
import { atLeast } from '@plumbline/shared/incident/abilities';
import { useId, useState } from 'react';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/choice-field.js';
import { CopyButton } from '../../ui/copy-button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/field.js';
import { useCreateApiKey } from './api-key-queries.js';
import { writeSomething } from './credential-checks.js';
import styles from './settings.module.css';

const lifetimes = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'One year' },
  { value: '', label: 'No end' },
];
const usual: ApiKeyScope[] = ['incidents:read', 'incidents:write', 'observations:write', 'workspace:read'];

interface Props {
  /** The maker's own role; a key cannot have more. */
  role: WorkspaceRole;
  onClose: () => void;
}

/** Name, role, scopes and end of a new key; then the key itself, once. */
export function NewApiKey({ role, onClose }: Props) {
  const create = useCreateApiKey();
  if (create.data) return <IssuedKey apiKey={create.data.key} onClose={onClose} />;
  return <KeyForm role={role} onClose={onClose} create={create} />;
}

function KeyForm({ role, onClose, create }: Props & { create: ReturnType<typeof useCreateApiKey> }) {
  const formId = useId();
  const [name, setName] = useState('');
  const [keyRole, setKeyRole] = useState<WorkspaceRole>(atLeast(role, 'reporter') ? 'reporter' : role);
  const [scopes, setScopes] = useState<string[]>(usual);
  const [days, setDays] = useState<string | null>('365');
  const why = writeSomething(name) ? 'Name it first.' : scopes.length === 0 ? 'Choose a scope first.' : null;
  const submit = (): void => {
    const expiresAt = days ? new Date(Date.now() + Number(days) * 86_400_000).toISOString() : null;
    create.mutate({ name, role: keyRole, scopes: scopes as ApiKeyScope[], expiresAt });
  };
  return (
    <Dialog
      title="New API key"
      onClose={onClose}
      actions={
        <>
          <Button variant="bare" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            pending={create.isPending}
            disabledReason={why}
          >
            Make the key
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!why && !create.isPending) submit();
        }}
      >
        <TextField
          label="Name"
          hint="Where it will be used."
          data-autofocus
          value={name}
          onChange={setName}
          check={writeSomething}
        />
        <div className={styles.twoFields}>
          <SelectField
            label="Role"
            allowDeselect={false}
            data={valuesOf(workspaceRole)
              .filter((one) => atLeast(role, one))
              .map((value) => ({ value, label: workspaceRole[value] }))}
            value={keyRole}
            onChange={(value) => value && setKeyRole(value as WorkspaceRole)}
          />
          <SelectField
            label="Ends after"
            allowDeselect={false}
            data={lifetimes}
            value={days}
            onChange={setDays}
          />
        </div>
        <Checkbox.Group label="What it may do" value={scopes} onChange={setScopes}>
          <div className={styles.choices}>
            {valuesOf(apiKeyScope).map((scope) => (
              <Checkbox key={scope} value={scope} label={apiKeyScope[scope]} />
            ))}
          </div>
        </Checkbox.Group>
        {create.error && <p role="alert">{create.error.message}</p>}
      </form>
    </Dialog>
  );
}

function IssuedKey({ apiKey, onClose }: { apiKey: string; onClose: () => void }) {
  const snippet = `curl ${location.origin}/api/v1/incidents \\
  -H "Authorization: Bearer ${apiKey}" \\
  -H "Content-Type: application/json" \\
  -d '{"title": "Support chat agrees with wrong claims"}'`;
  return (
    <Dialog
      title="Copy the key now"
      onClose={onClose}
      width={560}
      actions={
        <>
          <CopyButton text={snippet}>Copy the example</CopyButton>
          <CopyButton text={apiKey} variant="primary">
            Copy the key
          </CopyButton>
        </>
      }
    >
      <p>Only a fingerprint of it is stored, so it cannot be shown again.</p>
      <pre className={styles.secret}>{apiKey}</pre>
      <p>Try it in a terminal:</p>
      <pre className={styles.secret}>{snippet}</pre>
    </Dialog>
  );
}
