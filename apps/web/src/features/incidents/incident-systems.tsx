import { MultiSelectField } from '../../ui/choice-field.js';
import { Chip } from '../../ui/chip.js';
import { Section } from '../../ui/section.js';
import styles from './incident-page.module.css';
import type { Incident } from './incident-queries.js';
import type { Named } from './incident-view.js';
import type { Editing } from './use-edit-incident.js';

interface Props {
  incident: Incident;
  editing: Editing;
  systems: readonly Named[];
  metrics: readonly Named[];
}

const data = (items: readonly Named[]) => items.map(({ id, name }) => ({ value: id, label: name }));

/** Which systems and metrics an incident is about. The first system is the primary one. */
export function IncidentSystems({ incident, editing, systems, metrics }: Props) {
  if (!incident.may.edit)
    return (
      <Section title="Systems and metrics">
        <div className={styles.labels}>
          {[...incident.systems, ...incident.metrics].map(({ id, name }) => (
            <Chip key={id}>{name}</Chip>
          ))}
        </div>
      </Section>
    );
  const roleOf = (id: string, index: number) =>
    incident.systems.find((system) => system.id === id)?.role ?? (index === 0 ? 'primary' : 'contributing');
  return (
    <Section title="Systems and metrics">
      <div className={styles.dialogForm}>
        <MultiSelectField
          label="Systems"
          data={data(merged(systems, incident.systems))}
          value={incident.systems.map(({ id }) => id)}
          onChange={(ids) =>
            void editing.save(
              { systems: ids.map((id, index) => ({ id, role: roleOf(id, index) })) },
              {
                systems: ids.map((id, index) => ({
                  id,
                  key: '',
                  name: nameIn(systems, id),
                  role: roleOf(id, index),
                })),
              },
            )
          }
        />
        <MultiSelectField
          label="Metrics"
          data={data(merged(metrics, incident.metrics))}
          value={incident.metrics.map(({ id }) => id)}
          onChange={(metricIds) =>
            void editing.save(
              { metricIds },
              { metrics: metricIds.map((id) => ({ id, key: '', name: nameIn(metrics, id), role: '' })) },
            )
          }
        />
      </div>
    </Section>
  );
}

const nameIn = (items: readonly Named[], id: string): string =>
  items.find((one) => one.id === id)?.name ?? '';

/** The choices, with what is chosen already even where it is archived or not loaded yet. */
function merged(items: readonly Named[], chosen: readonly Named[]): Named[] {
  return [...items, ...chosen.filter(({ id }) => !items.some((one) => one.id === id))];
}
