import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { lazyPart } from '../../ui/lazy-part.js';
import { Section } from '../../ui/section.js';
import { toastFailure } from '../../ui/toast/toasts.js';
import { OfferedTable } from './offered-table.js';
import { offeredQuery, type SeriesRule, type Source, useEditSource } from './sources-queries.js';

const AddRule = lazyPart(() => import('./add-rule.js').then((m) => m.AddRule));

interface Props {
  workspace: string;
  source: Source;
  why: string | null;
}

/** Which series of a tool become which metric, and what it has offered so far. */
export function SeriesRules({ workspace, source, why }: Props) {
  const [adding, setAdding] = useState(false);
  const edit = useEditSource(source);
  const offered = useQuery(offeredQuery(workspace, source.id));
  const rules = source.settings.series;
  const save = (series: SeriesRule[], onSuccess?: () => void): void =>
    edit.mutate({ settings: { ...source.settings, series } }, { onSuccess, onError: toastFailure });
  const remove = (place: number): void => save(rules.filter((_, index) => index !== place));
  const rows = rules.map((rule, place) => ({ rule, place }));
  return (
    <>
      <Section
        title="What becomes of its series"
        meta={
          <Button icon="plus" variant="bare" disabledReason={why} onClick={() => setAdding(true)}>
            Add rule
          </Button>
        }
      >
        {rules.length === 0 ? (
          <p>
            Nothing yet: a rule names the series that become values of a metric. The first that fits decides.
          </p>
        ) : (
          <DataTable
            label="Rules"
            columns={columnsOf(remove, why)}
            rows={rows}
            rowKey={({ place }) => String(place)}
          />
        )}
      </Section>
      {offered.data && offered.data.items.length > 0 && (
        <Section title="Series it has offered" meta={`the last ${offered.data.items.length}`}>
          <OfferedTable items={offered.data.items} />
        </Section>
      )}
      {adding && (
        <AddRule
          sourceId={source.id}
          rules={rules}
          pending={edit.isPending}
          onAdd={(rule) => save([...rules, rule], () => setAdding(false))}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}

type Row = { rule: SeriesRule; place: number };

const columnsOf = (onRemove: (place: number) => void, why: string | null): Column<Row>[] => [
  { id: 'name', head: 'Series', phone: 'first', cell: ({ rule }) => <code>{rule.name}</code> },
  { id: 'metric', head: 'Metric', width: '180px', cell: ({ rule }) => rule.metric },
  {
    id: 'how',
    head: 'How',
    width: '220px',
    cell: ({ rule }) => `${rule.counter ? 'its growth' : 'its value'}, every ${rule.everySeconds} s at most`,
  },
  {
    id: 'remove',
    head: <span className="visually-hidden">Actions</span>,
    width: '100px',
    phone: 'first',
    cell: ({ rule, place }) => (
      <Button
        variant="bare"
        aria-label={`Remove the rule for ${rule.name}`}
        disabledReason={why}
        onClick={() => onRemove(place)}
      >
        Remove
      </Button>
    ),
  },
];
