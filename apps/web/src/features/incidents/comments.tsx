import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, lazy, Suspense, useRef, useState } from 'react';
import { Avatar } from '../../ui/avatar.js';
import { Button } from '../../ui/button.js';
import { useCommands } from '../../ui/commands/command-registry.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useKeptText } from '../../ui/kept-text.js';
import { MentionArea } from '../../ui/mention-area.js';
import { Markdown } from '../../ui/markdown.js';
import { QueryView } from '../../ui/query-view.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { Section } from '../../ui/section.js';
import { Skeleton } from '../../ui/states.js';
import { toastFailure } from '../../ui/toast/toasts.js';
import { EditableText } from './editable-text.js';
import styles from './talk.module.css';
import type { Incident } from './incident-queries.js';
import { whyNotTalk } from './why-not.js';
import { type Comment, commentsQuery, useTalk } from './talk-queries.js';

const CommentHistory = lazy(() =>
  import('./comment-history.js').then((m) => ({ default: m.CommentHistory })),
);

/** What people say about an incident, oldest first, and a field to say more. */
export function Comments({
  workspace,
  incident,
  people,
}: {
  workspace: string;
  incident: Incident;
  people: readonly { name: string }[];
}) {
  const comments = useQuery(commentsQuery(workspace, incident.key));
  const reason = whyNotTalk(incident);
  return (
    <Section title="Comments">
      <QueryView of={comments} skeleton={<Skeleton rows={2} />}>
        {({ items }) =>
          items.map((comment) => (
            <OneComment key={comment.id} workspace={workspace} incidentKey={incident.key} comment={comment} />
          ))
        }
      </QueryView>
      {reason && <p className={styles.quiet}>{reason}</p>}
      {!reason && <NewComment workspace={workspace} incidentKey={incident.key} people={people} />}
    </Section>
  );
}

function OneComment({
  workspace,
  incidentKey,
  comment,
}: {
  workspace: string;
  incidentKey: string;
  comment: Comment;
}) {
  const { editComment, removeComment } = useTalk(workspace, incidentKey);
  const [removing, setRemoving] = useState(false);
  const [looking, setLooking] = useState(false);
  const edit = async (body: string): Promise<boolean> => {
    try {
      await editComment.mutateAsync({ id: comment.id, body });
      return true;
    } catch (error) {
      toastFailure(error);
      return false;
    }
  };
  return (
    <article className={styles.comment}>
      <header>
        <Avatar name={comment.author.name} named />
        <RelativeTime at={comment.createdAt} suffix />
        {comment.from && <span>under {comment.from}</span>}
        {comment.editedAt && !comment.removed && (
          <Button variant="bare" title="Show what it said before" onClick={() => setLooking(true)}>
            edited
          </Button>
        )}
        {comment.mayRemove && !comment.removed && (
          <Button variant="bare" onClick={() => setRemoving(true)}>
            Remove
          </Button>
        )}
      </header>
      {comment.removed ? (
        <p className={styles.quiet}>This comment was removed.</p>
      ) : comment.mine ? (
        <EditableText
          label="Your comment"
          name={`comment.${comment.id}`}
          value={comment.body}
          markdown
          mayEdit
          onSave={edit}
        />
      ) : (
        <Markdown>{comment.body}</Markdown>
      )}
      {looking && (
        <Suspense>
          <CommentHistory
            workspace={workspace}
            incidentKey={incidentKey}
            comment={comment}
            onClose={() => setLooking(false)}
          />
        </Suspense>
      )}
      {removing && (
        <ConfirmDialog
          title="Remove this comment?"
          verb="Remove comment"
          harmful
          pending={removeComment.isPending}
          onConfirm={() =>
            removeComment.mutate(comment.id, {
              onSuccess: () => setRemoving(false),
              onError: toastFailure,
            })
          }
          onClose={() => setRemoving(false)}
        >
          Its words are gone for good, from search and timeline too. Its place stays.
        </ConfirmDialog>
      )}
    </article>
  );
}

function NewComment({
  workspace,
  incidentKey,
  people,
}: {
  workspace: string;
  incidentKey: string;
  people: readonly { name: string }[];
}) {
  const { comment } = useTalk(workspace, incidentKey);
  const [draft, setDraft] = useKeptText(`comment.${workspace}.${incidentKey}`);
  const field = useRef<HTMLTextAreaElement>(null);
  useCommands([
    {
      id: 'incident.comment',
      label: 'Write a comment',
      group: 'This incident',
      keys: 'm',
      run: () => field.current?.focus(),
    },
  ]);
  const send = (): void => {
    if (!draft.trim() || comment.isPending) return;
    comment.mutate(draft, { onSuccess: () => setDraft(''), onError: toastFailure });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  };
  return (
    <div className={styles.editing}>
      <MentionArea
        ref={field}
        names={people.map(({ name }) => name)}
        label="Comment"
        hint="Markdown works; @ and a name tells somebody."
        value={draft}
        onChange={setDraft}
        onKeyDown={onKeyDown}
      />
      <div className={styles.buttons}>
        <Button
          keys="mod+enter"
          pending={comment.isPending}
          disabledReason={draft.trim() ? null : 'Write something first.'}
          onClick={send}
        >
          Comment
        </Button>
      </div>
    </div>
  );
}
