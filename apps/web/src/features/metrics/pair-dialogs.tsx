import { useState } from 'react';
import { changesOf, EditConflict } from '../../client/save-versioned.js';
import { SelectField } from '../../ui/choice-field.js';
import { TextField } from '../../ui/field.js';
import { FieldRow, FormDialog } from '../../ui/form-dialog.js';
import { useFields } from '../../ui/use-fields.js';
import type { Metric } from './metrics-queries.js';
import { emptyPair, pairBodyOf, pairFieldsOf, whyNoPair } from './pair-fields.js';
import { type NamedRun, PairFormFields } from './pair-form.js';
import { type Pair, useDrawPair, useEditPair } from './pairs-queries.js';

interface NewProps {
  objectives: readonly { id: string; name: string }[];
  metrics: readonly Metric[];
  runs: readonly NamedRun[];
  onDrawn: (pair: Pair) => void;
  onClose: () => void;
}

/** Puts an intent measure beside a proxy. What there is only one of stands in already. */
export function NewPair({ objectives, metrics, runs, onDrawn, onClose }: NewProps) {
  const proxies = metrics.filter(({ role }) => role === 'proxy');
  const intents = metrics.filter(({ role }) => role === 'intent');
  const [proxyId, setProxyId] = useState(onlyOf(proxies));
  const [intentId, setIntentId] = useState(onlyOf(intents));
  const proxy = proxies.find(({ id }) => id === proxyId);
  const [chosen, setChosen] = useState(onlyOf(objectives));
  const objectiveId = proxy?.objectiveId ?? chosen;
  const [fields, set] = useFields(emptyPair);
  const draw = useDrawPair();
  const why =
    proxies.length === 0
      ? 'Define a metric with the role proxy first.'
      : intents.length === 0
        ? 'Define a metric with the role intent first.'
        : !proxyId || !intentId
          ? 'Choose both halves first.'
          : objectiveId
            ? whyNoPair(fields)
            : 'Choose the objective first.';
  return (
    <FormDialog
      title="New pair"
      verb="Draw pair"
      pending={draw.isPending}
      error={draw.error}
      why={why}
      width={640}
      onClose={onClose}
      onSubmit={() => {
        const { name, ...body } = pairBodyOf(fields);
        draw.mutate(
          {
            ...body,
            ...(name.trim() ? { name } : {}),
            objectiveId: objectiveId!,
            proxyMetricId: proxyId!,
            intentMetricId: intentId!,
          },
          { onSuccess: onDrawn },
        );
      }}
    >
      <FieldRow>
        <SelectField
          label="Proxy"
          note="what is optimised"
          data-autofocus
          data={named(proxies)}
          value={proxyId}
          onChange={setProxyId}
        />
        <SelectField
          label="Intent measure"
          note="what is meant"
          data={named(intents)}
          value={intentId}
          onChange={setIntentId}
        />
      </FieldRow>
      {!proxy?.objectiveId && (
        <SelectField label="Objective" data={named(objectives)} value={objectiveId} onChange={setChosen} />
      )}
      <PairFormFields fields={fields} set={set} runs={runs} />
    </FormDialog>
  );
}

function onlyOf(list: readonly { id: string }[]): string | null {
  return list.length === 1 ? list[0]!.id : null;
}

function named(list: readonly { id: string; name: string }[]) {
  return list.map(({ id, name }) => ({ value: id, label: name }));
}

interface EditProps {
  pair: Pair;
  runs: readonly NamedRun[];
  onClose: () => void;
}

/** Changes how a pair is watched. Its halves never change: that is another pair. */
export function EditPair({ pair, runs, onClose }: EditProps) {
  const [began] = useState(() => pairFieldsOf(pair));
  const [version, setVersion] = useState(pair.version);
  const [fields, set] = useFields(began);
  const edit = useEditPair(pair.id);
  return (
    <FormDialog
      title={`Edit ${pair.name}`}
      verb="Save"
      pending={edit.isPending}
      error={edit.error}
      why={fields.name.trim() ? whyNoPair(fields) : 'Name it first.'}
      width={640}
      onClose={onClose}
      onSubmit={() =>
        edit.mutate(
          { changes: changesOf(pairBodyOf(began), pairBodyOf(fields)), version },
          {
            onSuccess: onClose,
            onError: (error) => error instanceof EditConflict && setVersion(error.current.version),
          },
        )
      }
    >
      <TextField label="Name" data-autofocus maxLength={160} value={fields.name} onChange={set('name')} />
      <PairFormFields fields={fields} set={set} runs={runs} />
    </FormDialog>
  );
}
