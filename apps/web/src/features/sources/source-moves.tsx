import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { lazyPart } from '../../ui/lazy-part.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { type Source, useSourceMoves } from './sources-queries.js';

const EditSource = lazyPart(() => import('./edit-source.js').then((m) => m.EditSource));

interface Props {
  workspace: string;
  source: Source;
  why: string | null;
}

/** Edit, test, archive, restore. */
export function SourceMoves({ workspace, source, why }: Props) {
  const [editing, setEditing] = useState(false);
  const { archive, restore, test } = useSourceMoves(source.id);
  const takeBack = (): void =>
    restore.mutate(undefined, {
      onSuccess: () => void toast(`${source.name} takes deliveries again.`),
      onError: toastFailure,
    });
  if (source.archivedAt) {
    return (
      <Button icon="undo" pending={restore.isPending} disabledReason={why} onClick={takeBack}>
        Restore
      </Button>
    );
  }
  return (
    <>
      <Button
        variant="bare"
        pending={archive.isPending}
        disabledReason={why}
        onClick={() =>
          archive.mutate(undefined, {
            onSuccess: () => void toast(`${source.name} takes nothing more.`, { undo: takeBack }),
            onError: toastFailure,
          })
        }
      >
        Archive
      </Button>
      <Button icon="pencil" disabledReason={why} onClick={() => setEditing(true)}>
        Edit
      </Button>
      <Button
        pending={test.isPending}
        disabledReason={why}
        onClick={() =>
          test.mutate(undefined, {
            onSuccess: ({ problem }) =>
              void toast(problem || 'A sample was read; see what it would become below.'),
            onError: toastFailure,
          })
        }
      >
        Test
      </Button>
      {editing && <EditSource workspace={workspace} source={source} onClose={() => setEditing(false)} />}
    </>
  );
}
