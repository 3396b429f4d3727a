import { useState } from 'react';
import { changesOf, EditConflict } from '../../client/save-versioned.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useFields } from '../../ui/use-fields.js';
import { emptyMetric, metricBodyOf, metricFieldsOf, whyNoMetric } from './metric-fields.js';
import { MetricFormFields } from './metric-form.js';
import { type Metric, useDefineMetric, useEditMetric } from './metrics-queries.js';

type Objectives = readonly { id: string; name: string }[];

interface NewProps {
  system: string;
  objectives: Objectives;
  onDefined: (metric: Metric) => void;
  onClose: () => void;
}

/** Defines a metric, as a draft. The only objective there is stands in already. */
export function NewMetric({ system, objectives, onDefined, onClose }: NewProps) {
  const [fields, set] = useFields({
    ...emptyMetric,
    objectiveId: objectives.length === 1 ? objectives[0]!.id : null,
  });
  const define = useDefineMetric();
  return (
    <FormDialog
      title="New metric"
      verb="Define metric"
      pending={define.isPending}
      error={define.error}
      why={whyNoMetric(fields)}
      width={640}
      onClose={onClose}
      onSubmit={() => define.mutate({ system, ...metricBodyOf(fields) }, { onSuccess: onDefined })}
    >
      <MetricFormFields fields={fields} set={set} objectives={objectives} keyFollows />
    </FormDialog>
  );
}

interface EditProps {
  metric: Metric;
  objectives: Objectives;
  onSaved: (metric: Metric) => void;
  onClose: () => void;
}

export function EditMetric({ metric, objectives, onSaved, onClose }: EditProps) {
  const [began] = useState(() => metricFieldsOf(metric));
  const [version, setVersion] = useState(metric.version);
  const [fields, set] = useFields(began);
  const edit = useEditMetric(metric.id);
  return (
    <FormDialog
      title={`Edit ${metric.name}`}
      verb="Save"
      pending={edit.isPending}
      error={edit.error}
      why={whyNoMetric(fields)}
      width={640}
      onClose={onClose}
      onSubmit={() =>
        edit.mutate(
          { changes: changesOf(metricBodyOf(began), metricBodyOf(fields)), version },
          {
            onSuccess: onSaved,
            onError: (error) => error instanceof EditConflict && setVersion(error.current.version),
          },
        )
      }
    >
      <MetricFormFields fields={fields} set={set} objectives={objectives} keyFollows={false} />
    </FormDialog>
  );
}
