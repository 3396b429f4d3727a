import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { RmfBoard } from '../../features/rmf/board.js';
import { boardQuery } from '../../features/rmf/rmf-queries.js';
import { StatementsPanel } from '../../features/rmf/statements-panel.js';
import { SelectField } from '../../ui/choice-field.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { SideDrawer } from '../../ui/side-drawer.js';
import { Skeleton } from '../../ui/states.js';
import { filterOptionsQuery } from '../filter-options.js';
import type { BoardSearch } from '../routes/governance-routes.js';
import { useWorkspaceSlug } from '../shell/use-workspace-slug.js';
import { usePermissions } from '../use-permissions.js';
import styles from './board-page.module.css';

/** Where governance has gaps, by NIST AI RMF; beside it, where each system stands. */
export function BoardPage() {
  const workspace = useWorkspaceSlug();
  const search: BoardSearch = useSearch({ from: '/w/$workspace/board' });
  const { system = null, line = null } = search;
  const navigate = useNavigate();
  const board = useQuery(boardQuery(workspace, system));
  const { systems = [], people = [] } = useQuery(filterOptionsQuery(workspace)).data ?? {};
  const { whyNotChange } = usePermissions();
  const wide = useMediaQuery('(min-width: 1280px)', true, { getInitialValueInEffect: false });
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const show = (more: BoardSearch): void =>
    void navigate({
      to: '/w/$workspace/board',
      params: { workspace },
      search: { ...search, ...more },
      replace: true,
      resetScroll: false,
    });
  const statements = (
    <StatementsPanel
      workspace={workspace}
      line={line}
      system={system}
      systems={systems}
      people={people}
      why={whyNotChange}
      today={today}
    />
  );
  return (
    <Page
      title="NIST AI RMF"
      windowTitle="NIST board"
      meta={<span className={styles.extent}>19 categories, 72 subcategories</span>}
      actions={
        <SelectField
          label="System"
          labelProps={{ className: 'visually-hidden' }}
          placeholder="All systems"
          clearable
          data={systems.map(({ id, name }) => ({ value: id, label: name }))}
          value={system}
          onChange={(chosen) => show({ system: chosen ?? undefined })}
        />
      }
      side={wide ? statements : undefined}
      sideWidth={376}
      flush
    >
      <QueryView of={board} skeleton={<Skeleton rows={19} />}>
        {(it) => (
          <RmfBoard
            workspace={workspace}
            system={system}
            board={it}
            line={line}
            onLine={(chosen) => show({ line: chosen === line ? undefined : chosen })}
          />
        )}
      </QueryView>
      {!wide && (
        <SideDrawer title="Statements" opened={line !== null} onClose={() => show({ line: undefined })}>
          {statements}
        </SideDrawer>
      )}
    </Page>
  );
}
