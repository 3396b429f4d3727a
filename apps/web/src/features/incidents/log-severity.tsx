import { lazy, Suspense, useState } from 'react';
import { Button } from '../../ui/button.js';
import { FieldLabel } from '../../ui/field-label.js';
import { Segmented } from '../../ui/segmented.js';
import { SeverityBars } from '../../ui/severity-bars.js';
import type { LogDraft } from './log-draft.js';
import styles from './log-form.module.css';

const SeverityHelper = lazy(() =>
  import('./severity-questions.js').then((m) => ({ default: m.SeverityHelper })),
);

const levels = (['sev1', 'sev2', 'sev3', 'sev4'] as const).map((value) => ({
  value,
  label: <SeverityBars level={value} />,
}));

interface Props {
  draft: LogDraft;
  set: (part: Partial<LogDraft>) => void;
}

/** How bad; four questions suggest it where somebody hesitates. */
export function LogSeverity({ draft, set }: Props) {
  const [helping, setHelping] = useState(false);
  return (
    <div className={styles.severity}>
      <div>
        <span className={styles.label}>
          <FieldLabel note={draft.severityReason ? 'suggested by the helper' : undefined}>
            Severity
          </FieldLabel>
        </span>
        <div className={styles.severityChoice}>
          <Segmented
            label="Severity"
            size="large"
            options={levels}
            value={draft.severity}
            // Chosen by hand: what the helper gave as its reason holds no longer.
            onChange={(severity) => set({ severity, severityReason: '' })}
          />
          <Button variant="bare" aria-expanded={helping} onClick={() => setHelping(!helping)}>
            Help me choose
          </Button>
        </div>
      </div>
      {helping && (
        <Suspense>
          <SeverityHelper onSuggest={({ severity, reason }) => set({ severity, severityReason: reason })} />
        </Suspense>
      )}
      {draft.severityReason && (
        <p role="status" className={styles.reason}>
          {draft.severityReason}
        </p>
      )}
    </div>
  );
}
