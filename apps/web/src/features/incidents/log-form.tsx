import { type ClipboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { SelectField } from '../../ui/choice-field.js';
import { DateTimeField } from '../../ui/date-time-field.js';
import { TextArea, TextField } from '../../ui/field.js';
import type { LogDraft } from './log-draft.js';
import styles from './log-form.module.css';
import { LogSeverity } from './log-severity.js';
import { readPastedAlert } from './read-pasted-alert.js';

export interface LogOptions {
  systems: readonly { id: string; name: string }[];
  metrics: readonly { id: string; name: string; systemId: string }[];
}

interface Props {
  draft: LogDraft;
  set: (part: Partial<LogDraft>) => void;
  options: LogOptions;
  /** What the server has against one field. */
  fieldError: (path: string) => string | null;
  /** What hangs on the chosen metric: the chart of its pair. */
  children?: ReactNode;
}

/** The fields of a new incident; only the title is required. */
export function LogForm({ draft, set, options, fieldError, children }: Props) {
  const title = useRef<HTMLInputElement>(null);
  useEffect(() => title.current?.focus(), []);
  const onPaste = (event: ClipboardEvent): void => {
    const found = readPastedAlert(event.clipboardData.getData('text/plain'));
    if (!found) return;
    event.preventDefault();
    set(found);
  };
  return (
    <div className={styles.form} onPaste={onPaste}>
      <TextField
        ref={title}
        size="lg"
        classNames={{ input: styles.titleInput }}
        label="Title"
        note="the one required field"
        value={draft.title}
        maxLength={300}
        error={fieldError('title')}
        check={(value) => (value.trim() ? null : 'Say in a few words what happened.')}
        onChange={(value) => set({ title: value })}
      />
      <Boxes draft={draft} set={set} fieldError={fieldError} />
      <Circumstances draft={draft} set={set} options={options} fieldError={fieldError} />
      <LogSeverity draft={draft} set={set} />
      {children}
      {draft.link && (
        <TextField
          label="Seen at"
          type="url"
          value={draft.link}
          error={fieldError('externalIds.0.link')}
          onChange={(link) => set({ link })}
          check={(value) =>
            !value || URL.canParse(value) ? null : 'Write an address that starts with https://.'
          }
        />
      )}
    </div>
  );
}

type Part = Pick<Props, 'draft' | 'set' | 'fieldError'>;

function Boxes({ draft, set, fieldError }: Part) {
  return (
    <div className={styles.boxes}>
      <div className={styles.wanted}>
        <TextArea
          label="What was wanted"
          note="intent"
          minRows={5}
          value={draft.intendedGoal}
          error={fieldError('intendedGoal')}
          onChange={(intendedGoal) => set({ intendedGoal })}
        />
      </div>
      <div className={styles.specified}>
        <TextArea
          label="What was specified"
          note="proxy"
          minRows={5}
          value={draft.specifiedObjective}
          error={fieldError('specifiedObjective')}
          onChange={(specifiedObjective) => set({ specifiedObjective })}
        />
      </div>
      <div className={styles.happened}>
        <TextArea
          label="What happened"
          note="behaviour"
          minRows={5}
          value={draft.observedBehaviour}
          error={fieldError('observedBehaviour')}
          onChange={(observedBehaviour) => set({ observedBehaviour })}
        />
      </div>
    </div>
  );
}

function Circumstances({ draft, set, options, fieldError }: Part & { options: LogOptions }) {
  const metrics = options.metrics.filter(({ systemId }) => !draft.systemId || systemId === draft.systemId);
  return (
    <div className={styles.circumstances}>
      <SelectField
        label="System"
        clearable
        placeholder="Which system"
        data={options.systems.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.systemId}
        error={fieldError('systems')}
        onChange={(systemId) =>
          set({ systemId, metricId: systemId === draft.systemId ? draft.metricId : null })
        }
      />
      <SelectField
        label="Metric"
        clearable
        placeholder="Which metric"
        data={metrics.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.metricId}
        error={fieldError('metricIds')}
        onChange={(metricId) => {
          const metric = options.metrics.find(({ id }) => id === metricId);
          set({ metricId, systemId: metric?.systemId ?? draft.systemId });
        }}
      />
      <DateTimeField
        label="When noticed"
        value={draft.detectedAt}
        error={fieldError('detectedAt')}
        onChange={(detectedAt) => set({ detectedAt })}
      />
    </div>
  );
}
