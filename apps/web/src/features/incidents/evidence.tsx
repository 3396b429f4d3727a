import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { TextArea, TextField } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { IconButton } from '../../ui/icon-button.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { Segmented } from '../../ui/segmented.js';
import { Skeleton } from '../../ui/states.js';
import { shortDayOf } from '../../ui/time-words.js';
import { toastFailure } from '../../ui/toast/toasts.js';
import styles from './talk.module.css';
import type { Incident } from './incident-queries.js';
import { type Evidence as Piece, evidenceQuery, useTalk } from './talk-queries.js';

/** Links and transcripts that support an incident. */
export function EvidenceList({ workspace, incident }: { workspace: string; incident: Incident }) {
  const evidence = useQuery(evidenceQuery(workspace, incident.key));
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Piece | null>(null);
  const { removeEvidence } = useTalk(workspace, incident.key);
  const add = incident.may.comment && (
    <Button variant="bare" icon="plus" className={styles.add} onClick={() => setAdding(true)}>
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
            items.map((item) => (
              <OnePiece
                key={item.id}
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
          Its words are gone for good, from the timeline too. That it was here stays in the record.
        </ConfirmDialog>
      )}
      {adding && (
        <NewEvidence workspace={workspace} incidentKey={incident.key} onClose={() => setAdding(false)} />
      )}
    </Section>
  );
}

function OnePiece({ piece, onRemove }: { piece: Piece; onRemove?: () => void }) {
  const { kind, title, content, addedBy, addedAt, from } = piece;
  const by = `${kind === 'link' ? '' : 'transcript, '}${addedBy}, ${shortDayOf(addedAt)}${from ? `, under ${from}` : ''}`;
  return (
    <div className={styles.piece}>
      {kind === 'link' ? (
        <p>
          <a href={content} target="_blank" rel="noreferrer noopener">
            {title}
          </a>{' '}
          <span className={styles.quiet}>{by}</span>
        </p>
      ) : (
        <details>
          <summary>
            {title} <span className={styles.quiet}>{by}</span>
          </summary>
          <p className={styles.transcript}>{content}</p>
        </details>
      )}
      {onRemove && <IconButton icon="trash" label={`Remove ${title}`} onClick={onRemove} />}
    </div>
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
