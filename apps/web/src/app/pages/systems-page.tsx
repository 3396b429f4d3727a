import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { NewSystem } from '../../features/systems/new-system.js';
import { SystemList } from '../../features/systems/system-list.js';
import { systemsQuery } from '../../features/systems/systems-queries.js';
import { Button } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Segmented } from '../../ui/segmented.js';
import { EmptyState } from '../../ui/states.js';
import { useWorkspaceSlug } from '../shell/use-workspace-slug.js';
import { usePermissions } from '../use-permissions.js';

const shelves = [
  { value: 'used', label: 'In use' },
  { value: 'archived', label: 'Archived' },
] as const;

/** What we run and what it is for. */
export function SystemsPage() {
  const workspace = useWorkspaceSlug();
  const { archived = false } = useSearch({ from: '/w/$workspace/systems' });
  const navigate = useNavigate();
  const systems = useQuery(systemsQuery(workspace, archived));
  const { whyNotAdd } = usePermissions();
  const [creating, setCreating] = useState(false);
  const open = ({ key }: { key: string }): void =>
    void navigate({ to: '/w/$workspace/systems/$system', params: { workspace, system: key } });
  const create = (
    <Button variant="primary" icon="plus" disabledReason={whyNotAdd} onClick={() => setCreating(true)}>
      New system
    </Button>
  );
  return (
    <Page
      title="Systems"
      actions={
        <>
          <Segmented
            label="Which systems"
            options={shelves}
            value={archived ? 'archived' : 'used'}
            onChange={(shelf) =>
              void navigate({
                to: '/w/$workspace/systems',
                params: { workspace },
                search: shelf === 'archived' ? { archived: true } : {},
              })
            }
          />
          {systems.data?.items.length || archived ? create : null}
        </>
      }
      flush
    >
      <QueryView of={systems}>
        {({ items }) =>
          items.length > 0 ? (
            <SystemList workspace={workspace} systems={items} onOpen={open} />
          ) : archived ? (
            <EmptyState title="Nothing is archived">
              Archived systems keep everything and can be restored.
            </EmptyState>
          ) : (
            <EmptyState title="No system yet" action={create}>
              A system is a model, an agent or a ranker that you build or use. It holds what people want of
              it, what is measured, and what is optimised.
            </EmptyState>
          )
        }
      </QueryView>
      {creating && <NewSystem onCreated={open} onClose={() => setCreating(false)} />}
    </Page>
  );
}
