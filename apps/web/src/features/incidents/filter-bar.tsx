import { Button } from '../../ui/button.js';
import { ChipButton } from '../../ui/chip.js';
import { Icon } from '../../ui/icons/icon.js';
import { activeFilters, filterWords } from './incident-filter.js';
import type { IncidentFilter } from './incident-queries.js';
import styles from './incident-table.module.css';

interface Props {
  filter: IncidentFilter;
  onChange: (filter: IncidentFilter) => void;
  /** The name behind an id, where it is known by now. */
  nameOf: (id: string) => string | undefined;
}

/** What the list is cut by, each with a way to drop it; nothing when it is not cut. */
export function FilterBar({ filter, onChange, nameOf }: Props) {
  const active = activeFilters(filter);
  if (active.length === 0) return null;
  return (
    <div className={styles.bar} role="group" aria-label="Filters">
      {active.map(([name, value]) => {
        const words = filterWords(name, value, nameOf);
        return (
          <ChipButton
            key={name}
            onClick={() => onChange({ ...filter, [name]: undefined })}
            title={`Drop the filter ${words}`}
          >
            {words} <Icon name="close" />
            <span className="visually-hidden">, drop this filter</span>
          </ChipButton>
        );
      })}
      <Button variant="bare" onClick={() => onChange({ sort: filter.sort })}>
        Clear
      </Button>
    </div>
  );
}
