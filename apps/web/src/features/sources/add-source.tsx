import { environment as environments } from '@plumbline/shared/taxonomy/values/incident';
import { toolKind, type ToolKind } from '@plumbline/shared/taxonomy/values/tool';
import { SelectField } from '../../ui/choice-field.js';
import { TextField } from '../../ui/field.js';
import { FieldRow, FormDialog } from '../../ui/form-dialog.js';
import { optionsOf } from '../../ui/options.js';
import { useFields } from '../../ui/use-fields.js';
import { type NewSource, type Source, useAddSource } from './sources-queries.js';

const whatComes: Record<ToolKind, string> = {
  alertmanager: 'Alerts, as Prometheus Alertmanager sends them.',
  grafana: 'Alerts from a contact point of Grafana.',
  prometheus: 'Measured values by remote write; you choose which series become which metric.',
  otlp: 'Metrics and log events over OTLP, with the OpenTelemetry SDK of any language.',
  webhook: 'Alerts in any JSON; you say where its parts stand.',
  cloudevents: 'Alerts as CloudEvents: one, a batch, or in headers.',
  pagerduty: 'Alerts of whatever speaks the Events API v2 of PagerDuty.',
  promptfoo: 'Files of promptfoo, garak or Inspect, or history from Prometheus.',
  api: 'Alerts and values from a script of yours.',
};

interface Props {
  onAdded: (source: Source) => void;
  onClose: () => void;
}

/** A kind and a name are enough; the page that follows says what to paste into the tool. */
export function AddSource({ onAdded, onClose }: Props) {
  const [fields, set] = useFields({ kind: 'alertmanager' as ToolKind, name: '', environment: '' });
  const add = useAddSource();
  return (
    <FormDialog
      title="Add source"
      verb="Add source"
      pending={add.isPending}
      error={add.error}
      why={fields.name.trim() ? null : 'Name it first.'}
      onClose={onClose}
      onSubmit={() =>
        add.mutate(
          { ...fields, environment: fields.environment as NewSource['environment'] },
          { onSuccess: ({ source }) => onAdded(source) },
        )
      }
    >
      <SelectField
        label="Kind"
        hint={whatComes[fields.kind]}
        allowDeselect={false}
        searchable={false}
        data={optionsOf(toolKind)}
        value={fields.kind}
        onChange={(kind) => kind && set('kind')(kind as ToolKind)}
      />
      <FieldRow>
        <TextField
          label="Name"
          hint="Which of them: “Production alerts”."
          data-autofocus
          value={fields.name}
          onChange={set('name')}
        />
        <SelectField
          label="Environment"
          hint="Where the tool itself names none."
          clearable
          data={optionsOf(environments)}
          value={fields.environment || null}
          onChange={(value) => set('environment')(value ?? '')}
        />
      </FieldRow>
    </FormDialog>
  );
}
