import { Checkbox } from '@mantine/core';
import { alignmentDimension } from '@plumbline/shared/taxonomy/values/classification';
import {
  basis,
  granularity,
  metricDirection,
  metricKind,
  metricRole,
  metricScale,
} from '@plumbline/shared/taxonomy/values/system';
import { SelectField } from '../../ui/choice-field.js';
import { TextArea, TextField } from '../../ui/field.js';
import { FieldRow } from '../../ui/form-dialog.js';
import { NameAndKey } from '../../ui/name-and-key.js';
import { optionsOf } from '../../ui/options.js';
import { VocabularyField } from '../../ui/vocabulary-field.js';
import type { MetricFields } from './metric-fields.js';

interface Props {
  fields: MetricFields;
  set: <K extends keyof MetricFields>(name: K) => (value: MetricFields[K]) => void;
  objectives: readonly { id: string; name: string }[];
  /** The key follows the name until somebody writes it. */
  keyFollows: boolean;
}

export function MetricFormFields({ fields, set, objectives, keyFollows }: Props) {
  return (
    <>
      <NameAndKey
        name={fields.name}
        itsKey={fields.key}
        setName={set('name')}
        setKey={set('key')}
        follows={keyFollows}
        separator="_"
        keyNote="as senders write it"
      />
      <FieldRow>
        <VocabularyField label="Role" labels={metricRole} value={fields.role} onChange={set('role')} />
        <SelectField
          label="Objective"
          note="it stands for"
          clearable
          placeholder="None"
          data={objectives.map(({ id, name }) => ({ value: id, label: name }))}
          value={fields.objectiveId}
          onChange={set('objectiveId')}
        />
      </FieldRow>
      <FieldRow>
        <VocabularyField label="Kind" labels={metricKind} value={fields.kind} onChange={set('kind')} />
        <VocabularyField label="Scale" labels={metricScale} value={fields.scale} onChange={set('scale')} />
        <TextField label="Unit" maxLength={40} value={fields.unit} onChange={set('unit')} />
      </FieldRow>
      <Better fields={fields} set={set} />
      <TextArea
        label="Description"
        maxLength={4000}
        value={fields.description}
        onChange={set('description')}
      />
      <FieldRow>
        <SelectField
          label="Dimension"
          clearable
          placeholder="None"
          data={optionsOf(alignmentDimension)}
          value={fields.dimension}
          onChange={(value) => set('dimension')(value as MetricFields['dimension'])}
        />
        <VocabularyField
          label="Granularity"
          labels={granularity}
          value={fields.granularity}
          onChange={set('granularity')}
        />
        <VocabularyField label="Basis" labels={basis} value={fields.basis} onChange={set('basis')} />
      </FieldRow>
      <FieldRow>
        <TextField
          label="Introduced"
          type="date"
          value={fields.introducedOn}
          onChange={set('introducedOn')}
        />
        <TextField label="Review by" type="date" value={fields.reviewByOn} onChange={set('reviewByOn')} />
        <TextField label="Retired" type="date" value={fields.retiredOn} onChange={set('retiredOn')} />
      </FieldRow>
      <Checkbox
        label="Held out: keys may write it, but read it only with a scope of its own"
        checked={fields.heldOut}
        onChange={(event) => set('heldOut')(event.currentTarget.checked)}
      />
    </>
  );
}

/** Which way is better, and the band where it is one. */
function Better({ fields, set }: Pick<Props, 'fields' | 'set'>) {
  return (
    <FieldRow>
      <VocabularyField
        label="Direction"
        labels={metricDirection}
        value={fields.direction}
        onChange={set('direction')}
      />
      {fields.direction === 'target_band' && (
        <>
          <TextField label="Band from" inputMode="decimal" value={fields.bandLow} onChange={set('bandLow')} />
          <TextField label="Band to" inputMode="decimal" value={fields.bandHigh} onChange={set('bandHigh')} />
        </>
      )}
    </FieldRow>
  );
}
