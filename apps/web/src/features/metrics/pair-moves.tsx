import { whyPairCannotActivate } from '@plumbline/shared/metric/activation';
import { Button } from '../../ui/button.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { type Pair, useMovePair } from './pairs-queries.js';

interface Props {
  pair: Pair;
  whyNotChange: string | null;
  onEdit: () => void;
}

/** Activate, edit, archive and restore, each with its reason where it cannot be. */
export function PairMoves({ pair, whyNotChange, onEdit }: Props) {
  const { activate, archive, restore } = useMovePair(pair.id);
  const say = (words: string, undo?: () => void) => ({
    onSuccess: () => void toast(words, { undo }),
    onError: toastFailure,
  });
  const takeBack = (): void => restore.mutate(undefined, say(`${pair.name} is back.`));
  if (pair.archivedAt) {
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
        onClick={() => archive.mutate(undefined, say(`${pair.name} is archived.`, takeBack))}
      >
        Archive
      </Button>
      <Button icon="pencil" disabledReason={whyNotChange} onClick={onEdit}>
        Edit
      </Button>
      {pair.state === 'draft' && (
        <Button
          variant="primary"
          pending={activate.isPending}
          disabledReason={whyNotChange ?? whyPairCannotActivate(pair)}
          onClick={() => activate.mutate(undefined, say(`${pair.name} is watched from now on.`))}
        >
          Activate
        </Button>
      )}
    </>
  );
}
