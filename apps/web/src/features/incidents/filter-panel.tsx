import { useState } from 'react';
import { MultiSelectField, SelectField } from '../../ui/choice-field.js';
import { TextField } from '../../ui/field.js';
import { type ChoiceName, choices, sorts } from './incident-filter.js';
import type { IncidentFilter } from './incident-queries.js';
import styles from './filter-panel.module.css';

export interface Named {
  id: string;
  name: string;
}

/** What can be chosen by name; the page gathers it from other features. */
export interface FilterOptions {
  systems: readonly Named[];
  metrics: readonly Named[];
  teams: readonly Named[];
  people: readonly Named[];
}

interface Props {
  filter: IncidentFilter;
  onChange: (filter: IncidentFilter) => void;
  options: FilterOptions;
}

/** Every filter of the list; each change is in the address at once. */
export function FilterPanel({ filter, onChange, options }: Props) {
  const values = filter as Record<string, string | undefined>;
  const set = (name: string, value: string | undefined): void =>
    onChange({ ...filter, [name]: value || undefined });
  const many = (name: string, label: string, items: readonly Named[]) => (
    <MultiSelectField
      label={label}
      data={items.map(({ id, name: text }) => ({ value: id, label: text }))}
      value={values[name]?.split(',') ?? []}
      onChange={(chosen) => set(name, chosen.join(','))}
    />
  );
  return (
    <div className={styles.panel}>
      <Words
        key={`q ${values.q ?? ''}`}
        label="Words"
        data-autofocus
        value={values.q}
        onChange={(value) => set('q', value)}
      />
      {(Object.keys(choices) as ChoiceName[]).map((name) => (
        <div key={name}>
          {many(
            name,
            choices[name].label,
            Object.entries(choices[name].values).map(([id, text]) => ({ id, name: text })),
          )}
        </div>
      ))}
      {many('system', 'System', options.systems)}
      {many('metric', 'Metric', options.metrics)}
      {many('team', 'Team', options.teams)}
      <SelectField
        label="Owner"
        clearable
        data={[
          { value: 'me', label: 'Me' },
          { value: 'nobody', label: 'Nobody' },
          ...options.people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={values.owner ?? null}
        onChange={(value) => set('owner', value ?? undefined)}
      />
      <Words
        key={`rmf ${values.rmf ?? ''}`}
        label="NIST AI RMF"
        hint="MEASURE, MEASURE 2 or MEASURE 2.13"
        value={values.rmf}
        onChange={(value) => set('rmf', value.toUpperCase())}
      />
      <Words
        key={`mitigation ${values.mitigation ?? ''}`}
        label="Mitigation"
        value={values.mitigation}
        onChange={(value) => set('mitigation', value)}
      />
      <Words
        key={`tag ${values.tag ?? ''}`}
        label="Tag"
        value={values.tag}
        onChange={(value) => set('tag', value)}
      />
      <div className={styles.dates}>
        <DayField
          label="Reported since"
          value={values.from}
          onChange={(day) => set('from', day && `${day}T00:00:00Z`)}
        />
        <DayField label="Until" value={values.to} onChange={(day) => set('to', day && `${day}T23:59:59Z`)} />
      </div>
      <SelectField
        label="Sort"
        allowDeselect={false}
        data={Object.entries(sorts).map(([value, label]) => ({ value, label }))}
        value={filter.sort ?? '-reported'}
        onChange={(value) => set('sort', value === '-reported' ? undefined : (value ?? undefined))}
      />
    </div>
  );
}

interface WordsProps {
  label: string;
  hint?: string;
  'data-autofocus'?: boolean;
  value: string | undefined;
  onChange: (value: string) => void;
}

/** Text that filters once it is whole: on Enter, or on leaving the field. */
function Words({ value = '', onChange, ...field }: WordsProps) {
  const [draft, setDraft] = useState(value);
  const commit = (): void => {
    if (draft.trim() !== value) onChange(draft.trim());
  };
  return (
    <TextField
      {...field}
      value={draft}
      onChange={setDraft}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}

function DayField({
  label,
  value,
  onChange,
}: {
  label: string;
  value?: string;
  onChange: (day: string) => void;
}) {
  return <TextField label={label} type="date" value={value?.slice(0, 10) ?? ''} onChange={onChange} />;
}
