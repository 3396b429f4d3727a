import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { FilterBar } from '../../features/incidents/filter-bar.js';
import { FilterPanel } from '../../features/incidents/filter-panel.js';
import { activeFilters } from '../../features/incidents/incident-filter.js';
import { IncidentCount, IncidentList } from '../../features/incidents/incident-list.js';
import type { IncidentFilter } from '../../features/incidents/incident-queries.js';
import { Button } from '../../ui/button.js';
import { ButtonLink } from '../../ui/button-link.js';
import { useCommands } from '../../ui/commands/command-registry.js';
import { lazyPart } from '../../ui/lazy-part.js';
import { Page } from '../../ui/page.js';
import { SideDrawer } from '../../ui/side-drawer.js';
import { EmptyState } from '../../ui/states.js';
import { filterOptionsQuery } from '../filter-options.js';

const ExportDialog = lazyPart(() =>
  import('../../features/incidents/export-dialog.js').then((m) => m.ExportDialog),
);

/** Find, cut and open incidents; the filter is the address. */
export function IncidentsPage() {
  const { workspace } = useParams({ strict: false }) as { workspace: string };
  const filter = useSearch({ strict: false }) as IncidentFilter;
  const navigate = useNavigate();
  const [filtering, setFiltering] = useState(false);
  const [exporting, setExporting] = useState(false);
  const options = useQuery(filterOptionsQuery(workspace)).data ?? {
    systems: [],
    metrics: [],
    teams: [],
    people: [],
  };
  const names = new Map([
    ['me', 'me'],
    ['nobody', 'nobody'],
    ...[options.systems, options.metrics, options.teams, options.people]
      .flat()
      .map(({ id, name }) => [id, name] as const),
  ]);
  const setFilter = (next: IncidentFilter): void =>
    void navigate({ to: '/w/$workspace/incidents', params: { workspace }, search: next, replace: true });
  useCommands([
    {
      id: 'incidents.filter',
      label: 'Filter the list',
      group: 'This list',
      keys: 'f',
      run: () => setFiltering(true),
    },
    {
      id: 'incidents.export',
      label: 'Export the list as a file',
      group: 'This list',
      keys: 'e',
      run: () => setExporting(true),
    },
  ]);
  const active = activeFilters(filter).length;
  return (
    <Page
      title="Incidents"
      flush
      meta={<IncidentCount workspace={workspace} filter={filter} />}
      actions={
        <>
          <Button variant="bare" icon="filter" keys="f" onClick={() => setFiltering(true)}>
            {active > 0 ? `Filter, ${active} set` : 'Filter'}
          </Button>
          <Button variant="bare" keys="e" onClick={() => setExporting(true)}>
            Export
          </Button>
          <ButtonLink variant="primary" keys="c" to="/w/$workspace/log" params={{ workspace }}>
            Log incident
          </ButtonLink>
        </>
      }
    >
      <FilterBar filter={filter} onChange={setFilter} nameOf={(id) => names.get(id)} />
      <IncidentList
        workspace={workspace}
        filter={filter}
        onFilter={setFilter}
        firstRun={
          <EmptyState
            title="No incident yet"
            action={
              <>
                <ButtonLink variant="primary" keys="c" to="/w/$workspace/log" params={{ workspace }}>
                  Log the first one
                </ButtonLink>{' '}
                <ButtonLink keys="q" to="/check">
                  Check two columns
                </ButtonLink>
              </>
            }
          >
            An incident is a moment when an AI system did what was specified and not what was meant. Only a
            title is needed; the rest can follow.
          </EmptyState>
        }
      />
      <SideDrawer title="Filter incidents" opened={filtering} onClose={() => setFiltering(false)}>
        <FilterPanel filter={filter} onChange={setFilter} options={options} />
      </SideDrawer>
      {exporting && (
        <ExportDialog workspace={workspace} filter={filter} onClose={() => setExporting(false)} />
      )}
    </Page>
  );
}
