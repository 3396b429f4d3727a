import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { DateTimeField } from '../../ui/date-time-field.js';
import { TextArea, TextField } from '../../ui/field.js';
import { FieldRow } from '../../ui/form-dialog.js';
import { toast } from '../../ui/toast/toasts.js';
import { useFields } from '../../ui/use-fields.js';
import type { Measured } from './add-observations.js';
import { valueWords } from '../../ui/chart/number-words.js';
import { readEntry } from './hand-entry.js';
import { useSendObservations } from './metrics-queries.js';
import styles from './metrics.module.css';

interface Props {
  metric: Measured;
  environment: string;
  onClose: () => void;
}

/** One audit by hand: of a share size and positives, else the value. */
export function HandEntryForm({ metric, environment, onClose }: Props) {
  const share = metric.scale === 'proportion';
  const [fields, set] = useFields({
    at: null as string | null,
    size: '',
    positives: '',
    value: '',
    note: '',
    environment,
  });
  const [refused, setRefused] = useState<string | null>(null);
  const send = useSendObservations();
  const entry = readEntry(fields, share);
  const why = typeof entry === 'string' ? entry : null;
  const submit = (): void => {
    if (typeof entry === 'string') return;
    const at = fields.at ?? new Date().toISOString();
    const point = { metric: metric.key, at, ...entry, environment: fields.environment };
    send.mutate(
      { points: [point], note: fields.note },
      {
        onSuccess: ({ refused: [first] }) => {
          setRefused(first?.message ?? null);
          if (first) return;
          toast(`${metric.name}: ${valueWords(entry.value, metric)} is added.`);
          onClose();
        },
      },
    );
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!why && !send.isPending) submit();
      }}
    >
      <FieldRow>
        <TextField
          label="Size"
          note="how many were looked at"
          inputMode="numeric"
          data-autofocus
          value={fields.size}
          onChange={set('size')}
        />
        {share && (
          <TextField
            label="Positives"
            note="of these"
            inputMode="numeric"
            value={fields.positives}
            onChange={set('positives')}
          />
        )}
        <TextField
          label={share ? 'Or the share' : 'Value'}
          note={share ? '0 to 1' : metric.unit}
          inputMode="decimal"
          value={fields.value}
          onChange={set('value')}
        />
      </FieldRow>
      <FieldRow>
        <DateTimeField label="Measured" note="empty for now" value={fields.at} onChange={set('at')} />
        <TextField
          label="Environment"
          maxLength={60}
          placeholder="production"
          value={fields.environment}
          onChange={set('environment')}
        />
      </FieldRow>
      <TextArea
        label="Note"
        note="kept with who added it"
        maxLength={2000}
        value={fields.note}
        onChange={set('note')}
      />
      {(refused ?? send.error) && <p role="alert">{refused ?? send.error?.message}</p>}
      <div className={styles.end}>
        <Button type="submit" variant="primary" pending={send.isPending} disabledReason={why}>
          Add the audit
        </Button>
      </div>
    </form>
  );
}
