import { useQuery } from '@tanstack/react-query';
import { severity } from '@plumbline/shared/taxonomy/values/incident';
import { webhookEvent, webhookKind, type WebhookKind } from '@plumbline/shared/taxonomy/values/webhook';
import { systemsAndTeamsQuery } from '../../client/systems-and-teams.js';
import { MultiSelectField, SelectField } from '../../ui/choice-field.js';
import { TextField } from '../../ui/field.js';
import { FieldRow, FormDialog } from '../../ui/form-dialog.js';
import { optionsOf } from '../../ui/options.js';
import { useFields } from '../../ui/use-fields.js';
import { type NewWebhook, useAddWebhook, useEditWebhook, type Webhook } from './webhooks-queries.js';

const empty = {
  kind: 'standard' as WebhookKind,
  name: '',
  url: '',
  routingKey: '',
  events: [] as string[],
  severities: [] as string[],
  systemIds: [] as string[],
  teamIds: [] as string[],
};
type Fields = typeof empty;
type Set = ReturnType<typeof useFields<Fields>>[1];

const addresses: Record<WebhookKind, { url: string; hint: string }> = {
  standard: { url: '', hint: 'Signed as Standard Webhooks says; the secret is shown once.' },
  slack: { url: '', hint: 'The address of an incoming webhook of your Slack.' },
  pagerduty: {
    url: 'https://events.pagerduty.com/v2/enqueue',
    hint: 'Opens, acknowledges and resolves there.',
  },
};

function whyNot({ name, url, kind, routingKey }: Fields): string | null {
  if (!name.trim()) return 'Name it first.';
  if (!/^https?:\/\/\S+$/.test(url.trim())) return 'Write an address that starts with https://.';
  if (kind === 'pagerduty' && !routingKey.trim()) return 'Copy the integration key of the service.';
  return null;
}

/** What both forms send. */
function cutsOf({ name, url, events, severities, systemIds, teamIds }: Fields) {
  return {
    name: name.trim(),
    url: url.trim(),
    events: events as NewWebhook['events'],
    severities: severities as NewWebhook['severities'],
    systemIds,
    teamIds,
  };
}

interface AddProps {
  workspace: string;
  onAdded: (webhook: Webhook) => void;
  onClose: () => void;
}

/** A name and an address are enough: everything is told then. */
export function AddWebhook({ workspace, onAdded, onClose }: AddProps) {
  const [fields, set] = useFields(empty);
  const add = useAddWebhook();
  const { kind, routingKey } = fields;
  const choose = (next: WebhookKind): void => {
    set('kind')(next);
    if (Object.values(addresses).some(({ url }) => url === fields.url)) set('url')(addresses[next].url);
  };
  return (
    <FormDialog
      title="Add webhook"
      verb="Add webhook"
      width={640}
      pending={add.isPending}
      error={add.error}
      why={whyNot(fields)}
      onClose={onClose}
      onSubmit={() =>
        add.mutate(
          { kind, ...cutsOf(fields), ...(kind === 'pagerduty' ? { routingKey: routingKey.trim() } : {}) },
          { onSuccess: ({ webhook }) => onAdded(webhook) },
        )
      }
    >
      <SelectField
        label="Kind"
        hint={addresses[kind].hint}
        allowDeselect={false}
        searchable={false}
        data={optionsOf(webhookKind)}
        value={kind}
        onChange={(next) => next && choose(next as WebhookKind)}
      />
      <Where fields={fields} set={set} />
      {kind === 'pagerduty' && (
        <TextField
          label="Integration key"
          hint="Of a service with the Events API v2."
          value={routingKey}
          onChange={set('routingKey')}
        />
      )}
      <Cuts workspace={workspace} fields={fields} set={set} />
    </FormDialog>
  );
}

interface EditProps {
  workspace: string;
  webhook: Webhook;
  onClose: () => void;
}

export function EditWebhook({ workspace, webhook, onClose }: EditProps) {
  const { kind, name, url, events, severities, systemIds, teamIds } = webhook;
  const began = { kind, name, url, events, severities, systemIds, teamIds, routingKey: 'kept' };
  const [fields, set] = useFields<Fields>(began);
  const edit = useEditWebhook(webhook);
  return (
    <FormDialog
      title={`Edit ${name}`}
      verb="Save"
      width={640}
      pending={edit.isPending}
      error={edit.error}
      why={whyNot(fields)}
      onClose={onClose}
      onSubmit={() => edit.mutate(cutsOf(fields), { onSuccess: onClose })}
    >
      <Where fields={fields} set={set} />
      <Cuts workspace={workspace} fields={fields} set={set} />
    </FormDialog>
  );
}

function Where({ fields, set }: { fields: Fields; set: Set }) {
  return (
    <>
      <TextField label="Name" data-autofocus value={fields.name} onChange={set('name')} />
      <TextField
        label="Address"
        hint="It must lie outside this machine and its network."
        inputMode="url"
        value={fields.url}
        onChange={set('url')}
      />
    </>
  );
}

/** What it wants to hear of; nothing chosen is everything. */
function Cuts({ workspace, fields, set }: { workspace: string; fields: Fields; set: Set }) {
  const { data } = useQuery(systemsAndTeamsQuery(workspace));
  const named = (things: readonly { id: string; name: string }[] = []) =>
    things.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <MultiSelectField
        label="Tell when"
        hint="Nothing chosen: always."
        data={optionsOf(webhookEvent)}
        value={fields.events}
        onChange={set('events')}
      />
      <MultiSelectField
        label="Severity"
        note="optional"
        hint="Nothing chosen: any, also none."
        data={optionsOf(severity)}
        value={fields.severities}
        onChange={set('severities')}
      />
      <FieldRow>
        <MultiSelectField
          label="Systems"
          note="optional"
          data={named(data?.systems)}
          value={fields.systemIds}
          onChange={set('systemIds')}
        />
        <MultiSelectField
          label="Teams"
          note="optional"
          data={named(data?.teams)}
          value={fields.teamIds}
          onChange={set('teamIds')}
        />
      </FieldRow>
    </>
  );
}
