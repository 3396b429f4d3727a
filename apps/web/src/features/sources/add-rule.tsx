import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { TextField } from '../../ui/field.js';
import { FieldRow, FormDialog } from '../../ui/form-dialog.js';
import { useFields } from '../../ui/use-fields.js';
import { OfferedTable } from './offered-table.js';
import { previewQuery, type SeriesRule } from './sources-queries.js';

interface Props {
  sourceId: string;
  rules: readonly SeriesRule[];
  pending: boolean;
  onAdd: (rule: SeriesRule) => void;
  onClose: () => void;
}

const empty = { name: '', metric: '', every: '60', segment: '', run: '', counter: false, steps: false };
type Fields = typeof empty;

const fromLabel = (label: string): SeriesRule['run'] => (label.trim() ? { label: label.trim() } : null);

function ruleOf({ name, metric, every, segment, run, counter, steps }: Fields): SeriesRule {
  return {
    name: name.trim(),
    labels: {},
    metric: metric.trim(),
    environment: null,
    segment: fromLabel(segment),
    version: null,
    run: fromLabel(run),
    counter,
    secondsAsSteps: steps && run.trim() !== '',
    everySeconds: Number(every),
  };
}

function whyNot({ name, metric, every }: Fields): string | null {
  if (!name.trim()) return 'Say which series first.';
  if (!metric.trim()) return 'Say which metric first.';
  return /^\d{1,5}$/.test(every) && Number(every) >= 1 ? null : 'Say how many seconds, 1 or more.';
}

/** One more rule, with what it makes of the series that were offered, while it is written. */
export function AddRule({ sourceId, rules, pending, onAdd, onClose }: Props) {
  const [fields, set] = useFields(empty);
  const why = whyNot(fields);
  const rule = ruleOf(fields);
  const preview = useQuery({ ...previewQuery(sourceId, [...rules, rule]), enabled: why === null });
  const touched = preview.data?.items.filter(({ metric }) => metric !== null) ?? [];
  return (
    <FormDialog
      title="Add rule"
      verb="Add rule"
      pending={pending}
      why={why}
      onClose={onClose}
      onSubmit={() => onAdd(rule)}
      width={720}
    >
      <FieldRow>
        <TextField
          label="Series"
          hint="Its name; * stands for anything."
          data-autofocus
          value={fields.name}
          onChange={set('name')}
        />
        <TextField
          label="Metric"
          hint="Key of the metric it becomes."
          value={fields.metric}
          onChange={set('metric')}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label="Seconds"
          hint="One value in so many at most."
          inputMode="numeric"
          value={fields.every}
          onChange={set('every')}
        />
        <TextField
          label="Label for the segment"
          note="optional"
          value={fields.segment}
          onChange={set('segment')}
        />
        <TextField label="Label for the run" note="optional" value={fields.run} onChange={set('run')} />
      </FieldRow>
      <Checkbox
        label="It only grows: take the difference"
        checked={fields.counter}
        onChange={(event) => set('counter')(event.currentTarget.checked)}
      />
      {fields.run.trim() && (
        <Checkbox
          label="Place its values at the seconds since the run began"
          description="A pair over steps can then watch the run while it goes on."
          checked={fields.steps}
          onChange={(event) => set('steps')(event.currentTarget.checked)}
        />
      )}
      {why === null && preview.data && (
        <>
          <p role="status">
            {preview.data.items.length === 0
              ? 'The tool has offered nothing yet; the rule waits for it.'
              : `${touched.length} of ${preview.data.items.length} offered series become values.`}
          </p>
          {touched.length > 0 && <OfferedTable items={touched.slice(0, 8)} />}
        </>
      )}
    </FormDialog>
  );
}
