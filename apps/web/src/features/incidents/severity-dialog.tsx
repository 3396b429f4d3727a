import { severityDefinitions } from '@plumbline/shared/taxonomy/severity';
import { severity } from '@plumbline/shared/taxonomy/values/incident';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { TextArea } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Segmented } from '../../ui/segmented.js';
import { SeverityBars } from '../../ui/severity-bars.js';
import type { Incident } from './incident-queries.js';
import styles from './severity-dialog.module.css';
import { SeverityHelper } from './severity-questions.js';
import type { Editing } from './use-edit-incident.js';

interface Props {
  incident: Incident;
  editing: Editing;
  onClose: () => void;
}

type Level = keyof typeof severity;
const levels = (Object.keys(severity) as Level[]).map((value) => ({
  value,
  label: <SeverityBars level={value} />,
}));

/** How bad, and why; four questions help where somebody hesitates. */
export function SeverityDialog({ incident, editing, onClose }: Props) {
  const [began] = useState(incident);
  const [level, setLevel] = useState(began.severity);
  const [reason, setReason] = useState(began.severityReason);
  const [helped, setHelped] = useState(false);
  const submit = async (): Promise<void> => {
    const edit = {
      ...(level === began.severity ? {} : { severity: level }),
      ...(reason.trim() === began.severityReason ? {} : { severityReason: reason.trim() }),
    };
    if (Object.keys(edit).length === 0 || (await editing.save(edit, {}, began))) onClose();
  };
  return (
    <FormDialog
      title="Severity"
      verb="Set severity"
      why={level ? null : 'Choose one of the four first.'}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div>
        <Segmented label="Severity" size="large" options={levels} value={level} onChange={setLevel} />
        <p className={styles.meaning}>
          {level ? severityDefinitions[level] : 'Choose one, or answer four questions.'}
        </p>
      </div>
      {helped ? (
        <SeverityHelper
          onSuggest={(suggestion) => {
            setLevel(suggestion.severity);
            setReason(suggestion.reason);
          }}
        />
      ) : (
        <div>
          <Button onClick={() => setHelped(true)}>Help me decide</Button>
        </div>
      )}
      <TextArea
        label="Why"
        note="optional"
        hint="How much harm, to how many, how hard to undo, and what the system could do."
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}
