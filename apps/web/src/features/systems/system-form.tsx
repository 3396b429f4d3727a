import { riskClass, systemRole, systemStage } from '@plumbline/shared/taxonomy/values/system';
import { TextArea, TextField } from '../../ui/field.js';
import { FieldRow } from '../../ui/form-dialog.js';
import { keyFromName } from '../../ui/key-from-name.js';
import { NameAndKey } from '../../ui/name-and-key.js';
import { VocabularyField } from '../../ui/vocabulary-field.js';
import type { System } from './systems-queries.js';

/** What a person writes about a system. */
export type SystemFields = Pick<System, 'name' | 'key' | 'purpose' | 'stage' | 'role' | 'riskClass'> & {
  jurisdictions: string;
};

export const emptySystem: SystemFields = {
  name: '',
  key: '',
  purpose: '',
  stage: 'design',
  role: 'provider',
  riskClass: 'unassessed',
  jurisdictions: '',
};

/** Jurisdictions are written with commas between them. */
export function bodyOf({ jurisdictions, ...fields }: SystemFields) {
  return {
    ...fields,
    jurisdictions: jurisdictions
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
  };
}

export function fieldsOf({
  name,
  key,
  purpose,
  stage,
  role,
  riskClass: risk,
  jurisdictions,
}: System): SystemFields {
  return { name, key, purpose, stage, role, riskClass: risk, jurisdictions: jurisdictions.join(', ') };
}

interface Props {
  fields: SystemFields;
  set: <K extends keyof SystemFields>(name: K) => (value: SystemFields[K]) => void;
  /** The key follows the name until somebody writes it. */
  keyFollows: boolean;
}

export function SystemFormFields({ fields, set, keyFollows }: Props) {
  return (
    <>
      <NameAndKey
        name={fields.name}
        itsKey={fields.key}
        setName={set('name')}
        setKey={set('key')}
        follows={keyFollows}
        keyNote="in addresses"
        checkKey={(value) =>
          keyFromName(value) === value && value ? null : 'Use lower-case letters, digits and hyphens'
        }
      />
      <TextArea
        label="Purpose"
        note="what it is for"
        maxLength={4000}
        value={fields.purpose}
        onChange={set('purpose')}
      />
      <FieldRow>
        <VocabularyField label="Stage" labels={systemStage} value={fields.stage} onChange={set('stage')} />
        <VocabularyField label="Our role" labels={systemRole} value={fields.role} onChange={set('role')} />
        <VocabularyField
          label="Risk class"
          labels={riskClass}
          value={fields.riskClass}
          onChange={set('riskClass')}
        />
      </FieldRow>
      <TextField
        label="Jurisdictions"
        note="with commas"
        value={fields.jurisdictions}
        onChange={set('jurisdictions')}
      />
    </>
  );
}

/** Why the form cannot be sent yet. */
export function whyNot({ name, key }: SystemFields): string | null {
  if (!name.trim()) return 'Name it first.';
  return key && keyFromName(key) === key
    ? null
    : 'Give it a key of lower-case letters, digits and hyphens first.';
}
