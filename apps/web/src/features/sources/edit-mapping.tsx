import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SelectField } from '../../ui/choice-field.js';
import { TextArea, TextField } from '../../ui/field.js';
import { FieldRow, FormDialog } from '../../ui/form-dialog.js';
import { useFields } from '../../ui/use-fields.js';
import { bodyPreviewQuery, type Source, useEditSource, type WebhookMapping } from './sources-queries.js';
import styles from './sources.module.css';
import { plain, presets } from './webhook-presets.js';

const pointer = /^(\/([^~]|~[01])*)?$/;
const notPointer = (value: string): string | null =>
  pointer.test(value) ? null : 'Write a JSON pointer such as /alert/title, or nothing.';

const parts = [
  ['title', 'Title', 'description', 'Description'],
  ['dedupKey', 'What names it', 'status', 'Status'],
  ['severity', 'Severity', 'link', 'Link'],
  ['occurredAt', 'Time', 'environment', 'Environment'],
  ['system', 'System', 'items', 'List of alerts'],
] as const;

/** JSON pointers to the parts of an alert, tried on a body of the tool while they are written. */
export function EditMapping({ source, onClose }: { source: Source; onClose: () => void }) {
  const [fields, set] = useFields<WebhookMapping>(source.settings.webhook ?? plain);
  const [text, setText] = useState('');
  const [preset, setPreset] = useState<string | null>(null);
  const edit = useEditSource(source);
  const mapping = { ...fields, resolved: fields.resolved.filter(Boolean) };
  const wrong = parts.some(([one, , other]) => !pointer.test(fields[one]) || !pointer.test(fields[other]));
  const why = wrong ? 'A pointer begins with /.' : null;
  const preview = useQuery({
    ...bodyPreviewQuery(source.id, text, mapping),
    enabled: !wrong && text.trim() !== '',
  });
  const takePreset = (name: string | null): void => {
    setPreset(name);
    const chosen = name ? presets[name] : undefined;
    if (!chosen) return;
    for (const key of Object.keys(chosen.mapping) as (keyof WebhookMapping)[]) set(key)(chosen.mapping[key]);
  };
  return (
    <FormDialog
      title="Where its parts stand"
      verb="Save"
      width={720}
      why={why}
      pending={edit.isPending}
      error={edit.error}
      onClose={onClose}
      onSubmit={() =>
        edit.mutate({ settings: { ...source.settings, webhook: mapping } }, { onSuccess: onClose })
      }
    >
      <SelectField
        label="Begin with"
        note="optional"
        data={Object.entries(presets).map(([value, { label }]) => ({ value, label }))}
        value={preset}
        onChange={takePreset}
      />
      {parts.map(([one, label, other, otherLabel]) => (
        <FieldRow key={one}>
          <TextField label={label} check={notPointer} value={fields[one]} onChange={set(one)} />
          <TextField label={otherLabel} check={notPointer} value={fields[other]} onChange={set(other)} />
        </FieldRow>
      ))}
      <TextField
        label="It has ended when the status is"
        hint="Words, separated by commas."
        value={fields.resolved.join(', ')}
        onChange={(words) => set('resolved')(words.split(',').map((word) => word.trim()))}
      />
      <TextArea
        label="A body of the tool"
        note="to try it"
        hint="Paste what it sends: nothing is stored."
        minRows={3}
        maxRows={8}
        value={text}
        onChange={setText}
      />
      {preview.data && text.trim() !== '' && (
        <div role="status">
          {preview.data.problem && <p className={styles.problem}>{preview.data.problem}</p>}
          <ul className={styles.list}>
            {preview.data.translation.items.map(({ title, became }, place) => (
              <li key={place}>
                <span>{title}</span>
                <span className={styles.quiet}>{became}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </FormDialog>
  );
}
