import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { IconButton } from '../../ui/icon-button.js';
import { Section } from '../../ui/section.js';
import styles from './incident-side.module.css';
import type { Incident } from './incident-queries.js';
import type { Editing } from './use-edit-incident.js';
import { whyNotEdit } from './why-not.js';

/** What the same thing is called in other trackers and databases. */
export function IncidentElsewhere({ incident, editing }: { incident: Incident; editing: Editing }) {
  const [adding, setAdding] = useState(false);
  const { externalIds } = incident;
  const reason = whyNotEdit(incident);
  if (reason && externalIds.length === 0) return null;
  return (
    <Section
      title="Elsewhere"
      meta={
        !reason && (
          <Button variant="bare" icon="plus" className={styles.add} onClick={() => setAdding(true)}>
            Id
          </Button>
        )
      }
    >
      {externalIds.length === 0 && <p className={styles.quiet}>No ids in other trackers.</p>}
      {externalIds.map(({ system, id, link }, index) => (
        <div key={`${system} ${id}`} className={styles.row}>
          <span>
            <span className={styles.quiet}>{system}</span>{' '}
            {link ? (
              <a href={link} target="_blank" rel="noreferrer noopener">
                {id}
              </a>
            ) : (
              id
            )}
          </span>
          {!reason && (
            <IconButton
              icon="close"
              label={`Remove ${system} ${id}`}
              onClick={() => void editing.save({ externalIds: externalIds.toSpliced(index, 1) })}
            />
          )}
        </div>
      ))}
      {adding && <NewId incident={incident} editing={editing} onClose={() => setAdding(false)} />}
    </Section>
  );
}

interface DialogProps {
  incident: Incident;
  editing: Editing;
  onClose: () => void;
}

function NewId({ incident, editing, onClose }: DialogProps) {
  const [began] = useState(incident);
  const [given, setGiven] = useState({ system: '', id: '', link: '' });
  const set = (part: Partial<typeof given>): void => setGiven((before) => ({ ...before, ...part }));
  const linked = given.link.trim() === '' || /^https?:\/\/\S+$/.test(given.link.trim());
  const whole = given.system.trim() && given.id.trim();
  const submit = async (): Promise<void> => {
    if (await editing.save({ externalIds: [...began.externalIds, given] }, {}, began)) onClose();
  };
  return (
    <FormDialog
      title="Id elsewhere"
      verb="Add"
      why={whole && linked ? null : 'Name the tracker and the id; a link starts with https://.'}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label="Where"
        placeholder="Jira, AIID, PagerDuty"
        data-autofocus
        value={given.system}
        onChange={(system) => set({ system })}
      />
      <TextField label="Id" value={given.id} onChange={(id) => set({ id })} />
      <TextField
        label="Link"
        note="optional"
        type="url"
        placeholder="https://"
        value={given.link}
        onChange={(link) => set({ link })}
      />
    </FormDialog>
  );
}
