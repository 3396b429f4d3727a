import { mitigationMoves } from '@plumbline/shared/mitigation/mitigation-life';
import { mitigationStatus } from '@plumbline/shared/taxonomy/values/mitigation';
import { FactMenu } from '../../ui/fact-menu.js';
import { StatusRing } from '../../ui/status-ring.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { type Mitigation, useMitigations } from './mitigation-queries.js';

/** Where a mitigation is in its life; opens where it may go from there. */
export function MitigationStatusMenu({
  workspace,
  mayChange,
  mitigation,
}: {
  workspace: string;
  mayChange: boolean;
  mitigation: Mitigation;
}) {
  const { edit } = useMitigations(workspace);
  const { id, version, title, status } = mitigation;
  return (
    <FactMenu
      label={`Status of ${title}`}
      value={status}
      clearable={false}
      choices={Object.fromEntries(
        [status, ...mitigationMoves[status]].map((to) => [to, mitigationStatus[to]]),
      )}
      disabledReason={mayChange ? null : 'Only triagers move a mitigation.'}
      onChoose={(to) =>
        edit.mutate(
          { id, version, body: { status: to as Mitigation['status'] } },
          {
            onSuccess: (moved) => toast(`${title} is ${mitigationStatus[moved.status].toLowerCase()} now.`),
            onError: toastFailure,
          },
        )
      }
    >
      <StatusRing state={status}>{mitigationStatus[status]}</StatusRing>
    </FactMenu>
  );
}
