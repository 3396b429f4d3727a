import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { downloadFile } from '../../client/download.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Segmented } from '../../ui/segmented.js';
import { incidentCountQuery, type IncidentFilter } from './incident-queries.js';

interface Props {
  workspace: string;
  filter: IncidentFilter;
  onClose: () => void;
}

const formats = [
  { value: 'csv', label: 'CSV' },
  { value: 'json', label: 'JSON' },
] as const;
type Format = (typeof formats)[number]['value'];

const explanations: Record<Format, string> = {
  csv: 'A table with a row an incident, for a spreadsheet or a script. Several values in a cell are separated by “; ”.',
  json: 'The whole records, with who set each label and why.',
};

/** The incidents of the list's very filter as a file. */
export function ExportDialog({ workspace, filter, onClose }: Props) {
  const [format, setFormat] = useState<Format>('csv');
  const [withExample, setWithExample] = useState(filter.example === 'true');
  const { sort: _sort, ...cut } = filter;
  const mayHoldExample = filter.example === undefined;
  const wanted = mayHoldExample && !withExample ? { ...cut, example: 'false' as const } : cut;
  const { data } = useQuery(incidentCountQuery(workspace, wanted));
  return (
    <FormDialog
      title="Export incidents"
      verb={data ? `Save ${inWords(data)}` : 'Save'}
      why={data?.count === 0 ? 'There is nothing to save.' : null}
      width={480}
      onClose={onClose}
      onSubmit={() => {
        downloadFile('/incidents/export', { ...wanted, format, withExample: withExample || undefined });
        onClose();
      }}
    >
      <Segmented label="Form of the file" options={formats} value={format} onChange={setFormat} />
      <p>{explanations[format]}</p>
      {mayHoldExample && (
        <Checkbox
          label="With the example story"
          checked={withExample}
          onChange={(event) => setWithExample(event.currentTarget.checked)}
        />
      )}
    </FormDialog>
  );
}

function inWords({ count, capped }: { count: number; capped: boolean }): string {
  if (capped) return 'more than 1,000 incidents';
  return count === 1 ? 'one incident' : `${count.toLocaleString('en')} incidents`;
}
