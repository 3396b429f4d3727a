import { evaluationContext, pairAxis } from '@plumbline/shared/taxonomy/values/system';
import { SelectField } from '../../ui/choice-field.js';
import { TextField } from '../../ui/field.js';
import { FieldRow } from '../../ui/form-dialog.js';
import { Segmented } from '../../ui/segmented.js';
import { optionsOf } from '../../ui/options.js';
import type { PairFields } from './pair-fields.js';
import styles from './metrics.module.css';

export interface NamedRun {
  id: string;
  externalId: string;
}

interface Props {
  fields: PairFields;
  set: <K extends keyof PairFields>(name: K) => (value: PairFields[K]) => void;
  runs: readonly NamedRun[];
}

/** Everything about a pair but its two halves. */
export function PairFormFields({ fields, set, runs }: Props) {
  return (
    <>
      <div className={styles.labelled}>
        <span>Axis</span>
        <Segmented label="Axis" options={optionsOf(pairAxis)} value={fields.axis} onChange={set('axis')} />
      </div>
      {fields.axis !== 'time' && (
        <SelectField
          label="Run"
          hint="Steps and KL are counted within one run."
          data={runs.map(({ id, externalId }) => ({ value: id, label: externalId }))}
          value={fields.runId}
          onChange={set('runId')}
        />
      )}
      <FieldRow>
        <TextField
          label="Reference from"
          type="date"
          value={fields.referenceFromOn}
          onChange={set('referenceFromOn')}
        />
        <TextField
          label="Reference to"
          type="date"
          value={fields.referenceToOn}
          onChange={set('referenceToOn')}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label="False alarms a year"
          note="that are acceptable"
          inputMode="decimal"
          value={fields.falseAlarmsPerYear}
          onChange={set('falseAlarmsPerYear')}
        />
        <TextField
          label="Audit every"
          note="days"
          inputMode="numeric"
          value={fields.auditEveryDays}
          onChange={set('auditEveryDays')}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label="Environment"
          placeholder="All"
          maxLength={60}
          value={fields.environment}
          onChange={set('environment')}
        />
        <TextField
          label="Segment"
          placeholder="All"
          maxLength={120}
          value={fields.segment}
          onChange={set('segment')}
        />
        <SelectField
          label="Context"
          clearable
          placeholder="All"
          data={optionsOf(evaluationContext)}
          value={fields.context || null}
          onChange={(value) => set('context')((value ?? '') as PairFields['context'])}
        />
      </FieldRow>
    </>
  );
}
