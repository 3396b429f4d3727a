import { SmallSelect } from '../../../ui/small-select.js';
import type { Table } from '../../../ui/text-table/split-table.js';
import type { CsvMapping, CsvMetric, CsvValue } from './csv-mapping.js';
import { guessValues } from './guess-mapping.js';
import styles from './csv.module.css';

interface Props {
  table: Table;
  mapping: CsvMapping;
  metrics: readonly CsvMetric[];
  onChange: (mapping: CsvMapping) => void;
}

const shareNames = { percent: 'percentages, 0 to 100', share: 'shares, 0 to 1' } as const;

/** How values are written where it can be read in two ways: shares or percentages, and a unit in a column's name. */
export function ValueKinds({ table, mapping, metrics, onChange }: Props) {
  const used = metrics.filter(({ key }) => mapping.roles.includes(`value:${key}`));
  const said = guessValues(table, used, mapping.roles);
  const set = (key: string, part: Partial<CsvValue>): void => {
    const values = { ...mapping.values, [key]: { ...mapping.values[key]!, ...part } };
    onChange({ ...mapping, values });
  };
  const kinds = used.flatMap(({ key, name, scale, unit }) => {
    const value = mapping.values[key]!;
    const stated = said[key]!.unit;
    return [
      ...(scale === 'proportion'
        ? [
            <li key={`${key} scale`}>
              {name} is written in{' '}
              <SmallSelect
                label={`${name} is written in`}
                options={shareNames}
                value={value.percent ? 'percent' : 'share'}
                onChange={(way) => set(key, { percent: way === 'percent' })}
              />
            </li>,
          ]
        : []),
      ...(stated && stated !== unit
        ? [
            <li key={`${key} unit`}>
              {name} is counted in{' '}
              <SmallSelect
                label={`${name} is counted in`}
                options={{ said: `${stated}, as the column says`, own: `${unit}, as the metric says` }}
                value={value.unit === null ? 'own' : 'said'}
                onChange={(way) => set(key, { unit: way === 'said' ? stated : null })}
              />
            </li>,
          ]
        : []),
    ];
  });
  return kinds.length > 0 && <ul className={styles.kinds}>{kinds}</ul>;
}
