import { useState } from 'react';
import { keepText, keptText } from '../../../ui/kept-text.js';
import { splitTable, type Table } from '../../../ui/text-table/split-table.js';
import { CsvInput, ofAFile } from './csv-input.js';
import type { CsvMetric } from './csv-mapping.js';
import { CsvMapped } from './csv-mapped.js';

interface Props {
  metrics: readonly CsvMetric[];
  environment: string;
  onClose: () => void;
}

/** Longer texts are not kept over a reload: the tab's storage is small. */
const mostKept = 500_000;

/** Values from a file or a paste: first the text, then what its columns mean. */
export function CsvWay({ metrics, environment, onClose }: Props) {
  const name = `csv.${metrics.map(({ key }) => key).join('+')}`;
  const [text, setText] = useState(() => keptText(name));
  const [table, setTable] = useState<Table | null>(null);
  const keep = (next: string): void => {
    setText(next);
    keepText(name, next.length <= mostKept ? next : '');
  };
  const take = (next: string): string | null => {
    keep(next);
    const read = splitTable(next, ofAFile);
    if (typeof read === 'string') return read;
    setTable(read);
    return null;
  };
  if (!table) return <CsvInput text={text} metrics={metrics} onText={keep} onTake={take} />;
  return (
    <CsvMapped
      table={table}
      metrics={metrics}
      environment={environment}
      onBack={() => setTable(null)}
      onDone={() => {
        keepText(name, '');
        onClose();
      }}
    />
  );
}
