import { useState } from 'react';
import { TextArea } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { toast } from '../../ui/toast/toasts.js';
import { type Proposal, useClocks } from './clock-queries.js';

interface Props {
  workspace: string;
  incidentKey: string;
  proposal: Proposal;
  onClose: () => void;
}

/** Why a proposed duty does not hold: an auditor will ask. */
export function NotReportableDialog({ workspace, incidentKey, proposal, onClose }: Props) {
  const { add } = useClocks(workspace, incidentKey);
  const [note, setNote] = useState('');
  return (
    <FormDialog
      title={`Not reportable: ${proposal.name}`}
      verb="Keep the reason"
      pending={add.isPending}
      error={add.error}
      why={note.trim() ? null : 'Say first why it is not reportable.'}
      onSubmit={() =>
        add.mutate(
          { duty: proposal.duty, state: 'not_reportable', note: note.trim() },
          {
            onSuccess: () => {
              toast('The reason is kept with the incident.');
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <TextArea
        label="Not reportable because"
        note="required"
        data-autofocus
        maxLength={5000}
        value={note}
        onChange={setNote}
      />
    </FormDialog>
  );
}
