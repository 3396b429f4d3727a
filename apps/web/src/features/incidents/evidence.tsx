import { FileButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { TextArea, TextField } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { Segmented } from '../../ui/segmented.js';
import { Skeleton } from '../../ui/states.js';
import { toastFailure } from '../../ui/toast/toasts.js';
import { EvidencePiece } from './evidence-piece.js';
import styles from './talk.module.css';
import type { Incident } from './incident-queries.js';
import { type Evidence as Piece, evidenceQuery, useTalk } from './talk-queries.js';
import { useFiles } from './use-files.js';

/** Links, transcripts and files that support an incident. */
export function EvidenceList({ workspace, incident }: { workspace: string; incident: Incident }) {
  const evidence = useQuery(evidenceQuery(workspace, incident.key));
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Piece | null>(null);
  const { removeEvidence } = useTalk(workspace, incident.key);
  const files = useFiles(workspace, incident.key, incident.may.comment);
  const add = incident.may.comment && (
    <span className={styles.adds}>
      <FileButton multiple onChange={(chosen) => void files.add(chosen)}>
        {({ onClick }) => (
          <Button
            variant="bare"
            icon="paperclip"
            className={styles.add}
            pending={files.pending}
            onClick={onClick}
          >
            Add files
          </Button>
        )}
      </FileButton>
      <Button variant="bare" icon="plus" className={styles.add} onClick={() => setAdding(true)}>
        Add
      </Button>
    </span>
  );
  return (
    <Section title="Evidence" meta={add}>
      {files.hovering && (
        <p className={styles.drop}>Drop it anywhere: it becomes evidence of {incident.key}.</p>
      )}
      <QueryView of={evidence} skeleton={<Skeleton rows={1} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.quiet}>
              None yet: a link, the words of a conversation, or a file. Drop one here, or paste a picture.
            </p>
          ) : (
            items.map((item) => (
              <EvidencePiece
                key={item.id}
                workspace={workspace}
                incidentKey={incident.key}
                piece={item}
                onRemove={item.mine || incident.may.triage ? () => setRemoving(item) : undefined}
              />
            ))
          )
        }
      </QueryView>
      {removing && (
        <ConfirmDialog
          title={`Remove “${removing.title}”?`}
          verb="Remove evidence"
          harmful
          pending={removeEvidence.isPending}
          onConfirm={() =>
            removeEvidence.mutate(removing.id, {
              onSuccess: () => setRemoving(null),
              onError: toastFailure,
            })
          }
          onClose={() => setRemoving(null)}
        >
          Its words or bytes are gone for good, from the timeline too. That it was here stays in the record.
        </ConfirmDialog>
      )}
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
  const { addEvidence } = useTalk(workspace, incidentKey);
  const [kind, setKind] = useState<'link' | 'transcript'>('link');
  const [title, setTitle] = useState('');
  const [content, setContent] = useState('');
  const whole = title.trim() && content.trim();
  return (
    <FormDialog
      title="Add evidence"
      verb="Add evidence"
      pending={addEvidence.isPending}
      why={whole ? null : 'Give it a title and its content.'}
      onSubmit={() =>
        addEvidence.mutate({ kind, title, content }, { onSuccess: onClose, onError: toastFailure })
      }
      onClose={onClose}
    >
      <Segmented label="Kind of evidence" options={kinds} value={kind} onChange={setKind} />
      <TextField label="Title" data-autofocus value={title} onChange={setTitle} />
      {kind === 'link' ? (
        <TextField label="Address" type="url" placeholder="https://" value={content} onChange={setContent} />
      ) : (
        <TextArea label="Words" minRows={6} value={content} onChange={setContent} />
      )}
    </FormDialog>
  );
}
