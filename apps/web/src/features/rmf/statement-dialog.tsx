import { rmfSubcategories, type RmfSubcategory } from '@plumbline/shared/taxonomy/rmf';
import { type RmfStatementState, rmfStatementState } from '@plumbline/shared/taxonomy/values/mitigation';
import { useState } from 'react';
import { SelectField } from '../../ui/choice-field.js';
import { TextArea, TextField } from '../../ui/field.js';
import { FieldRow, FormDialog } from '../../ui/form-dialog.js';
import { Segmented } from '../../ui/segmented.js';
import { useFields } from '../../ui/use-fields.js';
import type { Named } from './incident-rmf.js';
import { type Statement, useStatements } from './rmf-queries.js';

interface Props {
  workspace: string;
  /** The one to edit; null makes a new one. */
  statement: Statement | null;
  /** The line it was asked for from: a subcategory stands in already, a category narrows the choice. */
  line: string | null;
  system: string | null;
  systems: readonly Named[];
  people: readonly Named[];
  onClose: () => void;
}

const states = (Object.keys(rmfStatementState) as RmfStatementState[]).map((value) => ({
  value,
  label: rmfStatementState[value],
}));

/** Where one system stands on one subcategory: state, target, evidence, owner, and when to look again. */
export function StatementDialog({ workspace, statement, line, system, systems, people, onClose }: Props) {
  const { add, edit } = useStatements(workspace);
  const subcategories = optionsWithin(line);
  const [subcategory, setSubcategory] = useState<string | null>(
    subcategories.length === 1 ? subcategories[0]!.value : null,
  );
  const [systemId, setSystemId] = useState(system ?? (systems.length === 1 ? systems[0]!.id : null));
  const began = fieldsOf(statement);
  const [fields, set] = useFields(began);
  const why = statement || (systemId && subcategory) ? null : 'Choose the system and the subcategory first.';
  const submit = (): void => {
    const { evidenceOn, reviewOn, ...rest } = fields;
    const body = { ...rest, evidenceOn: evidenceOn || null, reviewOn: reviewOn || null };
    if (statement) {
      const { id, version } = statement;
      edit.mutate({ id, version, body: changed(body, began) }, { onSuccess: onClose });
    } else if (systemId && subcategory) {
      add.mutate({ systemId, subcategory: subcategory as RmfSubcategory, ...body }, { onSuccess: onClose });
    }
  };
  return (
    <FormDialog
      title={statement ? `${statement.systemName}, ${statement.subcategory}` : 'State where a system stands'}
      verb={statement ? 'Save' : 'State it'}
      pending={add.isPending || edit.isPending}
      error={add.error ?? edit.error}
      why={why}
      width={600}
      onClose={onClose}
      onSubmit={submit}
    >
      {!statement && (
        <>
          <SelectField
            label="System"
            data-autofocus={systemId ? undefined : true}
            data={systems.map(({ id, name }) => ({ value: id, label: name }))}
            value={systemId}
            onChange={setSystemId}
          />
          <SelectField
            label="Subcategory"
            placeholder="An id such as MEASURE 2.13, or words"
            data-autofocus={systemId && !subcategory ? true : undefined}
            selectFirstOptionOnChange
            maxDropdownHeight={280}
            data={subcategories}
            value={subcategory}
            onChange={setSubcategory}
          />
        </>
      )}
      <Segmented label="State" options={states} value={fields.state} onChange={set('state')} />
      <TextArea label="Target" note="what is meant to hold" value={fields.target} onChange={set('target')} />
      <TextArea label="Evidence" note="what shows it" value={fields.evidence} onChange={set('evidence')} />
      <FieldRow>
        <SelectField
          label="Owner"
          clearable
          placeholder="Nobody"
          data={withOwner(people, statement).map(({ id, name }) => ({ value: id, label: name }))}
          value={fields.ownerId}
          onChange={set('ownerId')}
        />
        <TextField label="Evidence of" type="date" value={fields.evidenceOn} onChange={set('evidenceOn')} />
        <TextField label="Review on" type="date" value={fields.reviewOn} onChange={set('reviewOn')} />
      </FieldRow>
    </FormDialog>
  );
}

function fieldsOf(statement: Statement | null) {
  return {
    state: statement?.state ?? ('not_started' as RmfStatementState),
    target: statement?.target ?? '',
    evidence: statement?.evidence ?? '',
    ownerId: statement?.owner?.id ?? null,
    evidenceOn: statement?.evidenceOn ?? '',
    reviewOn: statement?.reviewOn ?? '',
  };
}

function optionsWithin(line: string | null) {
  return Object.entries(rmfSubcategories)
    .filter(([id]) => !line || id === line || id.startsWith(`${line}.`))
    .map(([value, label]) => ({ value, label: `${value} ${label}` }));
}

function withOwner(people: readonly Named[], statement: Statement | null): readonly Named[] {
  const owner = statement?.owner;
  return owner && !people.some(({ id }) => id === owner.id) ? [owner, ...people] : people;
}

/** Only what differs from when it was opened, so that others' edits of the rest survive. */
function changed<T extends Record<string, unknown>>(body: T, began: Record<string, unknown>): Partial<T> {
  const differs = Object.entries(body).filter(([name, value]) => (value ?? '') !== (began[name] ?? ''));
  return Object.fromEntries(differs) as Partial<T>;
}
