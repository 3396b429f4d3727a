import { mechanism, misalignmentType } from '@plumbline/shared/taxonomy/values/classification';
import { counted } from './behind.js';
import { HeatTable } from './heat-table.js';
import type { Overview } from './overview-queries.js';

interface Props {
  workspace: string;
  overview: Overview;
}

/** Which mechanism goes with which type, of what was logged within the period. */
export function TypeByMechanism({ workspace, overview: { typeByMechanism, from } }: Props) {
  const mechanisms = [...new Set(typeByMechanism.map((row) => row.mechanism))];
  const types = Object.keys(misalignmentType) as (keyof typeof misalignmentType)[];
  return (
    <HeatTable
      workspace={workspace}
      label="Mechanism by misalignment type"
      rowHead="Mechanism"
      columns={types.map((type) => misalignmentType[type])}
      rows={mechanisms.map((each) => ({
        id: each,
        head: mechanism[each as keyof typeof mechanism] ?? each,
        cells: types.map((type) => {
          const count =
            typeByMechanism.find((row) => row.type === type && row.mechanism === each)?.count ?? 0;
          return {
            count,
            words: `${count}, ${mechanism[each as keyof typeof mechanism]}, ${misalignmentType[type]}`,
            search: { ...counted, type, mechanism: each, from },
          };
        }),
      }))}
    />
  );
}
