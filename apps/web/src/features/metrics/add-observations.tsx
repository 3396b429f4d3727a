import { useState } from 'react';
import { CopyButton } from '../../ui/copy-button.js';
import { SelectField } from '../../ui/choice-field.js';
import { Dialog } from '../../ui/dialog.js';
import { lazyPart } from '../../ui/lazy-part.js';
import { Segmented } from '../../ui/segmented.js';
import type { CsvMetric } from './csv/csv-mapping.js';
import { HandEntryForm } from './hand-entry-form.js';
import styles from './metrics.module.css';

const CsvWay = lazyPart(() => import('./csv/csv-way.js').then((m) => m.CsvWay));

export type Measured = CsvMetric;

interface Props {
  /** Those that can be chosen; the first stands in. */
  metrics: readonly Measured[];
  environment?: string;
  onClose: () => void;
}

const ways = [
  { value: 'hand', label: 'By hand' },
  { value: 'file', label: 'From a file' },
  { value: 'script', label: 'From a script' },
] as const;

/** The ways in for values: one audit by hand, the rows of a file, or a script with a key. */
export function AddObservations({ metrics, environment = '', onClose }: Props) {
  const [key, setKey] = useState(metrics[0]!.key);
  const [way, setWay] = useState<(typeof ways)[number]['value']>('hand');
  const metric = metrics.find((one) => one.key === key) ?? metrics[0]!;
  return (
    <Dialog title="Add observations" width={way === 'file' ? 880 : 600} onClose={onClose}>
      <Segmented label="How" options={ways} value={way} onChange={setWay} />
      {metrics.length > 1 && way !== 'file' && (
        <SelectField
          label="Metric"
          allowDeselect={false}
          data={metrics.map(({ key: value, name }) => ({ value, label: name }))}
          value={key}
          onChange={(next) => next && setKey(next)}
        />
      )}
      {way === 'file' && <CsvWay metrics={metrics} environment={environment} onClose={onClose} />}
      {way === 'hand' && (
        <HandEntryForm key={metric.key} metric={metric} environment={environment} onClose={onClose} />
      )}
      {way === 'script' && <FromScript metric={metric} environment={environment} />}
    </Dialog>
  );
}

function FromScript({ metric, environment }: { metric: Measured; environment: string }) {
  const snippet = curlOf(metric, environment);
  return (
    <>
      <p>
        Make a key with the scope to write observations in the settings, then send up to 5,000 points at once.
        The same points again change nothing.
      </p>
      {/* It scrolls, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.snippet} tabIndex={0} aria-label="Example for a terminal">
        {snippet}
      </pre>
      <div>
        <CopyButton text={snippet} variant="primary">
          Copy the example
        </CopyButton>
      </div>
    </>
  );
}

function curlOf({ key, scale }: Measured, environment: string): string {
  const point = {
    metric: key,
    at: `${new Date().toISOString().slice(0, 16)}:00Z`,
    value: scale === 'proportion' ? 0.59 : 12.4,
    n: 200,
    environment: environment || 'production',
  };
  return `curl ${location.origin}/api/v1/observations \\
  -H "Authorization: Bearer $PLUMBLINE_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"points": [${JSON.stringify(point)}]}'`;
}
