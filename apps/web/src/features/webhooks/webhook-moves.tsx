import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { lazyPart } from '../../ui/lazy-part.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { useEditWebhook, useWebhookMoves, type Webhook } from './webhooks-queries.js';

const EditWebhook = lazyPart(() => import('./webhook-form.js').then((m) => m.EditWebhook));

interface Props {
  workspace: string;
  webhook: Webhook;
  onRemoved: () => void;
}

/** Edit, turn off or on, test, remove. */
export function WebhookMoves({ workspace, webhook, onRemoved }: Props) {
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const { test, remove } = useWebhookMoves(webhook.id);
  const edit = useEditWebhook(webhook);
  const close = (): void => setOpen(null);
  return (
    <>
      <Button variant="bare" onClick={() => setOpen('remove')}>
        Remove
      </Button>
      <Button
        variant="bare"
        pending={edit.isPending}
        onClick={() => edit.mutate({ enabled: !webhook.enabled }, { onError: toastFailure })}
      >
        {webhook.enabled ? 'Turn off' : 'Turn on'}
      </Button>
      <Button icon="pencil" onClick={() => setOpen('edit')}>
        Edit
      </Button>
      <Button
        pending={test.isPending}
        disabledReason={webhook.enabled ? null : 'Turn it on first.'}
        onClick={() =>
          test.mutate(undefined, {
            onSuccess: () => void toast('A test is on its way; see below how it goes.'),
            onError: toastFailure,
          })
        }
      >
        Test
      </Button>
      {open === 'edit' && <EditWebhook workspace={workspace} webhook={webhook} onClose={close} />}
      {open === 'remove' && (
        <ConfirmDialog
          title={`Remove ${webhook.name}?`}
          verb="Remove webhook"
          harmful
          pending={remove.isPending}
          onClose={close}
          onConfirm={() =>
            remove.mutate(undefined, {
              onSuccess: () => {
                toast(`${webhook.name} is told nothing more.`);
                onRemoved();
              },
              onError: toastFailure,
            })
          }
        >
          It is told nothing more, and the list of what it was told goes. This cannot be undone.
        </ConfirmDialog>
      )}
    </>
  );
}
