import { Button } from '../../ui/button.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { type Source, useSourceMoves } from './sources-queries.js';

/** Test, archive, restore. */
export function SourceMoves({ source, why }: { source: Source; why: string | null }) {
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
    </>
  );
}
