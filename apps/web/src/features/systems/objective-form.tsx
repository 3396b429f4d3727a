import { useState } from 'react';
import { changesOf, EditConflict } from '../../client/save-versioned.js';
import { TextArea, TextField } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useFields } from '../../ui/use-fields.js';
import { type Hardness, HardnessField, traits } from './hardness.js';
import { type Objective, useEditObjective, useStateObjective } from './objectives-queries.js';

type Fields = Pick<Objective, 'name' | 'intent' | 'specification'> & Hardness;

const empty: Fields = {
  name: '',
  intent: '',
  specification: '',
  contextDependent: null,
  implicit: null,
  multiDimensional: null,
  changing: null,
};

function fieldsOf(objective: Objective): Fields {
  const { name, intent, specification, contextDependent, implicit, multiDimensional, changing } = objective;
  return { name, intent, specification, contextDependent, implicit, multiDimensional, changing };
}

function whyNot({ name, intent, specification }: Fields): string | null {
  if (!name.trim()) return 'Name it first.';
  if (!intent.trim()) return 'Say what people want first: the intent.';
  return specification.trim() ? null : 'Say what is literally optimised first: the specification.';
}

/** States a new objective; it needs both the intent and the specification. */
export function NewObjective({ system, onClose }: { system: string; onClose: () => void }) {
  const [fields, set] = useFields(empty);
  const state = useStateObjective(system);
  return (
    <FormDialog
      title="New objective"
      verb="State objective"
      pending={state.isPending}
      error={state.error}
      why={whyNot(fields)}
      width={640}
      onClose={onClose}
      onSubmit={() => state.mutate(fields, { onSuccess: onClose })}
    >
      <ObjectiveFields fields={fields} set={set} />
    </FormDialog>
  );
}

export function EditObjective({ objective, onClose }: { objective: Objective; onClose: () => void }) {
  const [began] = useState(() => fieldsOf(objective));
  const [version, setVersion] = useState(objective.version);
  const [fields, set] = useFields(began);
  const edit = useEditObjective(objective.id);
  return (
    <FormDialog
      title={`Edit ${objective.name}`}
      verb="Save"
      pending={edit.isPending}
      error={edit.error}
      why={whyNot(fields)}
      width={640}
      onClose={onClose}
      onSubmit={() =>
        edit.mutate(
          { changes: changesOf(began, fields), version },
          {
            onSuccess: onClose,
            onError: (error) => error instanceof EditConflict && setVersion(error.current.version),
          },
        )
      }
    >
      <ObjectiveFields fields={fields} set={set} />
    </FormDialog>
  );
}

interface FieldsProps {
  fields: Fields;
  set: <K extends keyof Fields>(name: K) => (value: Fields[K]) => void;
}

function ObjectiveFields({ fields, set }: FieldsProps) {
  const something = (value: string) => (value.trim() ? null : 'Write something here');
  return (
    <>
      <TextField
        label="Name"
        data-autofocus
        maxLength={120}
        value={fields.name}
        onChange={set('name')}
        check={something}
      />
      <TextArea
        label="Intent"
        note="what people want"
        maxLength={4000}
        value={fields.intent}
        onChange={set('intent')}
        check={something}
      />
      <TextArea
        label="Specification"
        note="what is literally optimised"
        maxLength={4000}
        value={fields.specification}
        onChange={set('specification')}
        check={something}
      />
      {traits.map((trait) => (
        <HardnessField key={trait} trait={trait} value={fields[trait]} onChange={set(trait)} />
      ))}
    </>
  );
}
