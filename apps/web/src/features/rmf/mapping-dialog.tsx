import { rmfSubcategories, type RmfSubcategory } from '@plumbline/shared/taxonomy/rmf';
import { type RmfAssessment, rmfAssessment } from '@plumbline/shared/taxonomy/values/mitigation';
import { useId, useState } from 'react';
import { AssessmentSquare } from '../../ui/assessment-square.js';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/choice-field.js';
import { Dialog } from '../../ui/dialog.js';
import { TextArea, TextField } from '../../ui/field.js';
import { Segmented } from '../../ui/segmented.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import type { Named } from './incident-rmf.js';
import { type Mapping, useMappings } from './rmf-queries.js';
import styles from './rmf.module.css';

interface Props {
  workspace: string;
  incidentKey: string;
  /** The one to edit; null makes a new one. */
  mapping: Mapping | null;
  mayRemove: boolean;
  people: readonly Named[];
  onClose: () => void;
}

const subcategories = Object.entries(rmfSubcategories).map(([value, label]) => ({
  value,
  label: `${value} ${label}`,
}));
const assessments = (Object.keys(rmfAssessment) as RmfAssessment[]).map((value) => ({
  value,
  label: <AssessmentSquare kind={value}>{rmfAssessment[value]}</AssessmentSquare>,
}));

/** One assessment: which subcategory, how it stood, and what shows it. */
export function MappingDialog({ workspace, incidentKey, mapping, mayRemove, people, onClose }: Props) {
  const form = useId();
  const { add, edit, remove } = useMappings(workspace, incidentKey);
  const [subcategory, setSubcategory] = useState<string | null>(mapping?.subcategory ?? null);
  const [assessment, setAssessment] = useState<RmfAssessment>(mapping?.assessment ?? 'gap');
  const [evidence, setEvidence] = useState(mapping?.evidence ?? '');
  const [ownerId, setOwnerId] = useState<string | null>(mapping?.owner?.id ?? null);
  const [dueOn, setDueOn] = useState(mapping?.dueOn ?? '');
  const done = { onSuccess: onClose, onError: toastFailure };
  const save = (): void => {
    if (!subcategory) return;
    const body = { assessment, evidence, ownerId, dueOn: dueOn || null };
    if (mapping)
      edit.mutate({ id: mapping.id, version: mapping.version, body: changed(body, mapping) }, done);
    else add.mutate({ subcategory: subcategory as RmfSubcategory, ...body }, done);
  };
  return (
    <Dialog
      title={mapping ? mapping.subcategory : `Assess from ${incidentKey}`}
      width={560}
      onClose={onClose}
      actions={
        <>
          {mapping && mayRemove && (
            <Button
              variant="bare"
              pending={remove.isPending}
              onClick={() =>
                remove.mutate(mapping.id, {
                  onSuccess: () => {
                    toast(`${mapping.subcategory} is no longer assessed here.`);
                    onClose();
                  },
                  onError: toastFailure,
                })
              }
            >
              Remove
            </Button>
          )}
          <Button
            type="submit"
            form={form}
            variant="primary"
            pending={add.isPending || edit.isPending}
            disabledReason={subcategory ? null : 'Choose a subcategory first.'}
          >
            {mapping ? 'Save' : 'Add assessment'}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {!mapping && (
          <SelectField
            label="Subcategory"
            note="the one required field"
            placeholder="An id such as MEASURE 2.13, or words"
            data-autofocus
            searchable
            selectFirstOptionOnChange
            maxDropdownHeight={280}
            data={subcategories}
            value={subcategory}
            onChange={setSubcategory}
          />
        )}
        <Segmented label="Assessment" options={assessments} value={assessment} onChange={setAssessment} />
        <TextArea label="Evidence" value={evidence} onChange={setEvidence} />
        <div className={styles.columns}>
          <SelectField
            label="Owner"
            clearable
            data={withOwner(people, mapping).map(({ id, name }) => ({ value: id, label: name }))}
            value={ownerId}
            onChange={setOwnerId}
          />
          <TextField label="Due" type="date" value={dueOn} onChange={setDueOn} />
        </div>
      </form>
    </Dialog>
  );
}

function withOwner(people: readonly Named[], mapping: Mapping | null): readonly Named[] {
  const owner = mapping?.owner;
  return owner && !people.some(({ id }) => id === owner.id) ? [owner, ...people] : people;
}

interface Fields {
  assessment: RmfAssessment;
  evidence: string;
  ownerId: string | null;
  dueOn: string | null;
}

/** What differs from the record; all of it where nothing does, which then changes nothing. */
function changed(fields: Fields, mapping: Mapping): Partial<Fields> {
  const before: Fields = { ...mapping, ownerId: mapping.owner?.id ?? null };
  const entries = Object.entries(fields).filter(([field, value]) => value !== before[field as keyof Fields]);
  return entries.length > 0 ? Object.fromEntries(entries) : fields;
}
