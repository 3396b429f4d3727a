import { incidentLinkKind } from '@plumbline/shared/taxonomy/values/incident';
import { useState } from 'react';
import { SelectField } from '../../ui/choice-field.js';
import { TextField } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { toastFailure } from '../../ui/toast/toasts.js';
import type { Incident } from './incident-queries.js';
import { useTalk } from './talk-queries.js';

interface Props {
  workspace: string;
  incident: Incident;
  onClose: () => void;
}

type LinkKind = 'similar_to' | 'caused_by' | 'regression_of' | 'variant_of';
const { duplicate_of: _duplicate, ...linkKinds } = incidentLinkKind;

/** Says how one incident relates to another. */
export function LinkDialog({ workspace, incident, onClose }: Props) {
  const { addLink } = useTalk(workspace, incident.key);
  const [kind, setKind] = useState<LinkKind>('similar_to');
  const [to, setTo] = useState('');
  const valid = /^INC-\d+$/i.test(to.trim());
  return (
    <FormDialog
      title={`Link ${incident.key}`}
      verb="Link"
      pending={addLink.isPending}
      why={valid ? null : 'Write a key such as INC-141.'}
      onSubmit={() => addLink.mutate({ kind, to: to.trim() }, { onSuccess: onClose, onError: toastFailure })}
      onClose={onClose}
    >
      <SelectField
        label={`${incident.key} is`}
        allowDeselect={false}
        data={Object.entries(linkKinds).map(([value, label]) => ({ value, label }))}
        value={kind}
        onChange={(value) => value && setKind(value as LinkKind)}
      />
      <TextField
        label="The other incident"
        placeholder="INC-141"
        data-autofocus
        value={to}
        onChange={setTo}
      />
    </FormDialog>
  );
}
