import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextArea, TextField } from '../../ui/field.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { Segmented } from '../../ui/segmented.js';
import { Skeleton } from '../../ui/states.js';
import { toastFailure } from '../../ui/toast/toasts.js';
import styles from './incident-page.module.css';
import type { Incident } from './incident-queries.js';
import { evidenceQuery, useTalk } from './talk-queries.js';

/** Links and transcripts that support an incident. */
export function EvidenceList({ workspace, incident }: { workspace: string; incident: Incident }) {
  const evidence = useQuery(evidenceQuery(workspace, incident.key));
  const [adding, setAdding] = useState(false);
  const add = incident.may.comment && (
    <Button variant="bare" icon="plus" onClick={() => setAdding(true)}>
      Add
    </Button>
  );
  return (
    <Section title="Evidence" meta={add}>
      <QueryView of={evidence} skeleton={<Skeleton rows={1} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.quiet}>None yet: a link, or the words of a conversation.</p>
          ) : (
            items.map(({ id, kind, title, content, addedBy }) =>
              kind === 'link' ? (
                <p key={id}>
                  <a href={content} target="_blank" rel="noreferrer noopener">
                    {title}
                  </a>{' '}
                  <span className={styles.quiet}>by {addedBy}</span>
                </p>
              ) : (
                <details key={id}>
                  <summary>
                    {title} <span className={styles.quiet}>transcript by {addedBy}</span>
                  </summary>
                  <p className={styles.words}>{content}</p>
                </details>
              ),
            )
          )
        }
      </QueryView>
      {adding && (
        <NewEvidence workspace={workspace} incidentKey={incident.key} onClose={() => setAdding(false)} />
      )}
    </Section>
  );
}

const kinds = [
  { value: 'link', label: 'Link' },
  { value: 'transcript', label: 'Transcript' },
] as const;

function NewEvidence({
  workspace,
  incidentKey,
  onClose,
}: {
  workspace: string;
  incidentKey: string;
  onClose: () => void;
}) {
  const form = useId();
  const { addEvidence } = useTalk(workspace, incidentKey);
  const [kind, setKind] = useState<'link' | 'transcript'>('link');
  const [title, setTitle] = useState('');
  const [content, setContent] = useState('');
  const whole = title.trim() && content.trim();
  return (
    <Dialog
      title="Add evidence"
      onClose={onClose}
      actions={
        <Button
          type="submit"
          form={form}
          variant="primary"
          pending={addEvidence.isPending}
          disabledReason={whole ? null : 'Give it a title and its content.'}
        >
          Add evidence
        </Button>
      }
    >
      <form
        id={form}
        className={styles.dialogForm}
        onSubmit={(event) => {
          event.preventDefault();
          if (whole)
            addEvidence.mutate({ kind, title, content }, { onSuccess: onClose, onError: toastFailure });
        }}
      >
        <Segmented label="Kind of evidence" options={kinds} value={kind} onChange={setKind} />
        <TextField label="Title" data-autofocus value={title} onChange={setTitle} />
        {kind === 'link' ? (
          <TextField
            label="Address"
            type="url"
            placeholder="https://"
            value={content}
            onChange={setContent}
          />
        ) : (
          <TextArea label="Words" minRows={6} value={content} onChange={setContent} />
        )}
      </form>
    </Dialog>
  );
}
