import { useQuery } from '@tanstack/react-query';
import { environment as environments } from '@plumbline/shared/taxonomy/values/incident';
import { systemsAndTeamsQuery } from '../../client/systems-and-teams.js';
import { SelectField } from '../../ui/choice-field.js';
import { TextField } from '../../ui/field.js';
import { FieldRow, FormDialog } from '../../ui/form-dialog.js';
import { optionsOf } from '../../ui/options.js';
import { useFields } from '../../ui/use-fields.js';
import { type Source, type SourceChanges, useEditSource } from './sources-queries.js';

const fieldsOf = (source: Source) => ({
  name: source.name,
  systemId: source.system?.id ?? null,
  teamId: source.team?.id ?? null,
  environment: source.environment,
  grouping: source.grouping,
  quiet: source.quietAfterHours === null ? '' : String(source.quietAfterHours),
  events: source.settings.events.join(', '),
});
type Fields = ReturnType<typeof fieldsOf>;

function changesOf(source: Source, fields: Fields): SourceChanges {
  const events = fields.events.split(',').flatMap((word) => word.trim() || []);
  return {
    name: fields.name.trim(),
    systemId: fields.systemId,
    teamId: fields.teamId,
    environment: fields.environment as SourceChanges['environment'],
    grouping: fields.grouping.trim(),
    quietAfterHours: fields.quiet.trim() === '' ? null : Number(fields.quiet),
    settings: { ...source.settings, events },
  };
}

function whyNot({ name, grouping, quiet }: Fields): string | null {
  if (!name.trim()) return 'Name it first.';
  if (!grouping.trim()) return 'Say how alerts are grouped; {{default}} is the usual way.';
  return /^\s*\d{0,4}\s*$/.test(quiet) && quiet.trim() !== '0' ? null : 'Say how many hours, or nothing.';
}

interface Props {
  workspace: string;
  source: Source;
  onClose: () => void;
}

/** What a source is called, where its alerts go, how they are grouped, how long it may be silent. */
export function EditSource({ workspace, source, onClose }: Props) {
  const [fields, set] = useFields(fieldsOf(source));
  const options = useQuery(systemsAndTeamsQuery(workspace));
  const edit = useEditSource(source);
  return (
    <FormDialog
      title={`Edit ${source.name}`}
      verb="Save"
      width={640}
      why={whyNot(fields)}
      pending={edit.isPending}
      error={edit.error}
      onClose={onClose}
      onSubmit={() => edit.mutate(changesOf(source, fields), { onSuccess: onClose })}
    >
      <FieldRow>
        <TextField label="Name" data-autofocus value={fields.name} onChange={set('name')} />
        <SelectField
          label="Environment"
          hint="Where the tool itself names none."
          clearable
          data={optionsOf(environments)}
          value={fields.environment || null}
          onChange={(value) => set('environment')(value ?? '')}
        />
      </FieldRow>
      <FieldRow>
        <SelectField
          label="System"
          note="optional"
          hint="What its alerts are about, unless they say."
          clearable
          data={named(options.data?.systems)}
          value={fields.systemId}
          onChange={set('systemId')}
        />
        <SelectField
          label="Team"
          note="optional"
          hint="Who looks after what its alerts open."
          clearable
          data={named(options.data?.teams)}
          value={fields.teamId}
          onChange={set('teamId')}
        />
      </FieldRow>
      <TextField
        label="Alerts are grouped by"
        hint="{{default}} is system, metric, and mechanism or name; also {{environment}}, {{labels.name}}."
        value={fields.grouping}
        onChange={set('grouping')}
      />
      <TextField
        label="Silence is worth a word after"
        note="hours, optional"
        inputMode="numeric"
        value={fields.quiet}
        onChange={set('quiet')}
      />
      {source.kind === 'otlp' && (
        <TextField
          label="Log events that are alerts"
          hint="Their names, separated by commas."
          value={fields.events}
          onChange={set('events')}
        />
      )}
    </FormDialog>
  );
}

const named = (things: readonly { id: string; name: string }[] = []) =>
  things.map(({ id, name }) => ({ value: id, label: name }));
