import { useEffect, useMemo, useState } from 'react';
import { Button } from '../../../ui/button.js';
import { TextArea, TextField } from '../../../ui/field.js';
import { FieldRow } from '../../../ui/form-dialog.js';
import { toast } from '../../../ui/toast/toasts.js';
import type { Table } from '../../../ui/text-table/split-table.js';
import { CsvPreview } from './csv-preview.js';
import { CsvVerdict } from './csv-verdict.js';
import type { CsvMapping, CsvMetric } from './csv-mapping.js';
import { guessMapping } from './guess-mapping.js';
import { type CsvPoints, readPoints, whyNotReadable } from './read-points.js';
import { useSendPoints } from './use-send-points.js';
import { ValueKinds } from './value-kinds.js';
import styles from './csv.module.css';

interface Props {
  table: Table;
  metrics: readonly CsvMetric[];
  environment: string;
  onBack: () => void;
  onDone: () => void;
}

const nothing: CsvPoints = { points: [], lines: [], problems: [], empty: 0 };

/** What the columns mean, as guessed and as changed; tried without storing, then added. */
export function CsvMapped({ table, metrics, environment, onBack, onDone }: Props) {
  const [mapping, setMapping] = useState<CsvMapping>(() => guessMapping(table, metrics, environment));
  const [note, setNote] = useState('');
  const { sending, send, forget } = useSendPoints(note);
  const why = whyNotReadable(mapping);
  const file = useMemo(
    () => (why ? nothing : readPoints(table, mapping, metrics)),
    [table, mapping, metrics, why],
  );
  useEffect(() => {
    if (file.points.length > 0) void send(file, 'trial');
    else forget();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- tried anew when the file reads otherwise, not on every render
  }, [file]);
  const stored = sending?.way === 'store';
  const add = async (): Promise<void> => {
    const end = await send(file, 'store', sending?.way === 'store' ? sending : undefined);
    if (end?.state !== 'finished') return;
    toast(`${end.accepted.toLocaleString('en')} values are added.`);
    if (end.refused.length === 0) onDone();
  };
  return (
    <div className={styles.way}>
      <CsvPreview table={table} mapping={mapping} metrics={metrics} onChange={setMapping} readable={!why} />
      <ValueKinds table={table} mapping={mapping} metrics={metrics} onChange={setMapping} />
      <FieldRow>
        {!mapping.roles.includes('environment') && (
          <TextField
            label="Environment"
            note="of every row"
            maxLength={60}
            placeholder="production"
            value={mapping.environment}
            onChange={(next) => setMapping({ ...mapping, environment: next })}
          />
        )}
        {mapping.roles.includes('step') && !mapping.roles.includes('run') && (
          <TextField
            label="Run"
            note="of every row"
            maxLength={200}
            value={mapping.run}
            onChange={(next) => setMapping({ ...mapping, run: next })}
          />
        )}
      </FieldRow>
      <TextArea
        label="Note"
        note="kept with who added them"
        maxLength={2000}
        value={note}
        onChange={setNote}
      />
      <CsvVerdict file={file} rows={table.rows.length} sending={sending} why={why} />
      <div className={styles.buttons}>
        <Button variant="bare" onClick={onBack}>
          Back to the rows
        </Button>
        {stored && sending.state === 'finished' ? (
          <Button variant="primary" onClick={onDone}>
            Done
          </Button>
        ) : (
          <Button
            variant="primary"
            pending={stored && sending.state === 'under way'}
            disabledReason={whyNotAdd(why, file, sending)}
            onClick={() => void add()}
          >
            {stored && sending.state === 'failed' ? 'Go on' : addWords(sending)}
          </Button>
        )}
      </div>
    </div>
  );
}

type SendingNow = ReturnType<typeof useSendPoints>['sending'];

function addWords(sending: SendingNow): string {
  if (sending?.way !== 'trial' || sending.state !== 'finished') return 'Add the values';
  return sending.accepted === 1 ? 'Add one value' : `Add ${sending.accepted.toLocaleString('en')} values`;
}

function whyNotAdd(why: string | null, file: CsvPoints, sending: SendingNow): string | null {
  if (why) return why;
  if (file.points.length === 0) return 'No row holds a value that can be read.';
  if (sending?.way === 'store') return null;
  if (sending?.state === 'failed') return null;
  if (sending?.state !== 'finished') return 'The rows are being tried.';
  return sending.accepted === 0 ? 'None of the values can be taken.' : null;
}
