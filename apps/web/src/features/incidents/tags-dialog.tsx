import { useState } from 'react';
import { FormDialog } from '../../ui/form-dialog.js';
import { TagsField } from '../../ui/tags-field.js';
import type { Incident } from './incident-queries.js';
import type { Editing } from './use-edit-incident.js';

interface Props {
  incident: Incident;
  editing: Editing;
  onClose: () => void;
}

/** Words of the workspace's own. */
export function TagsDialog({ incident, editing, onClose }: Props) {
  const [began] = useState(incident);
  const [tags, setTags] = useState(began.tags);
  return (
    <FormDialog
      title="Tags"
      verb="Save"
      onClose={onClose}
      onSubmit={async () => {
        if (await editing.save({ tags }, {}, began)) onClose();
      }}
    >
      <TagsField label="Tags" note="Enter or a comma ends one" value={tags} onChange={setTags} />
    </FormDialog>
  );
}
