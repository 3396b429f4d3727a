import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { FollowButton } from '../../features/notifications/follow-button.js';
import { Objectives } from '../../features/systems/objectives.js';
import { SystemFacts } from '../../features/systems/system-facts.js';
import { type System, systemQuery, useArchiveSystem } from '../../features/systems/systems-queries.js';
import { Runs, Versions } from '../../features/systems/versions-and-runs.js';
import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { Verdict } from '../../ui/words.js';
import { useWorkspaceSlug } from '../shell/use-workspace-slug.js';
import { usePermissions } from '../use-permissions.js';
import { SystemMeasures } from './system-measures.js';
import { lazyPart } from '../../ui/lazy-part.js';

const EditSystem = lazyPart(() => import('../../features/systems/edit-system.js').then((m) => m.EditSystem));

/** One system: what it is for, what is wanted of it, what is measured. */
export function SystemPage() {
  const workspace = useWorkspaceSlug();
  const { system: key } = useParams({ from: '/w/$workspace/systems/$system' });
  const system = useQuery(systemQuery(workspace, key));
  if (!system.data) {
    return (
      <Page title="System">
        <QueryView of={system}>{() => null}</QueryView>
      </Page>
    );
  }
  return <KnownSystem workspace={workspace} system={system.data} />;
}

function KnownSystem({ workspace, system }: { workspace: string; system: System }) {
  const { whyNotAdd, whyNotChange } = usePermissions();
  const [editing, setEditing] = useState(false);
  const navigate = useNavigate();
  return (
    <Page
      title={
        <>
          <Link to="/w/$workspace/systems" params={{ workspace }}>
            Systems
          </Link>{' '}
          / {system.name}
        </>
      }
      windowTitle={system.name}
      meta={
        <>
          {system.example && <Chip>example</Chip>}
          {system.archivedAt && 'archived'}
        </>
      }
      actions={
        <>
          <FollowButton workspace={workspace} of={{ system: system.key }} name={system.name} />
          <SystemMoves system={system} whyNotChange={whyNotChange} onEdit={() => setEditing(true)} />
        </>
      }
      side={
        <>
          <SystemFacts system={system} />
          <Versions workspace={workspace} system={system} why={whyNotAdd} whyNotChange={whyNotChange} />
          <Runs workspace={workspace} system={system} why={whyNotAdd} whyNotChange={whyNotChange} />
        </>
      }
    >
      {system.purpose && <Verdict>{system.purpose}</Verdict>}
      <Objectives workspace={workspace} system={system} whyNotAdd={whyNotAdd} whyNotChange={whyNotChange} />
      <SystemMeasures
        workspace={workspace}
        system={system}
        whyNotAdd={whyNotAdd}
        whyNotChange={whyNotChange}
      />
      {editing && (
        <EditSystem
          system={system}
          onClose={() => setEditing(false)}
          onSaved={(saved) => {
            setEditing(false);
            void navigate({
              to: '/w/$workspace/systems/$system',
              params: { workspace, system: saved.key },
              replace: true,
            });
          }}
        />
      )}
    </Page>
  );
}

interface MovesProps {
  system: System;
  whyNotChange: string | null;
  onEdit: () => void;
}

function SystemMoves({ system, whyNotChange, onEdit }: MovesProps) {
  const { archive, restore } = useArchiveSystem(system);
  const takeBack = (): void =>
    restore.mutate(undefined, {
      onSuccess: () => void toast(`${system.name} is back in use.`),
      onError: toastFailure,
    });
  if (system.archivedAt) {
    return (
      <Button icon="undo" pending={restore.isPending} disabledReason={whyNotChange} onClick={takeBack}>
        Restore
      </Button>
    );
  }
  return (
    <>
      <Button
        variant="bare"
        pending={archive.isPending}
        disabledReason={whyNotChange}
        onClick={() =>
          archive.mutate(undefined, {
            onSuccess: () => void toast(`${system.name} is archived.`, { undo: takeBack }),
            onError: toastFailure,
          })
        }
      >
        Archive
      </Button>
      <Button icon="pencil" disabledReason={whyNotChange} onClick={onEdit}>
        Edit
      </Button>
    </>
  );
}
