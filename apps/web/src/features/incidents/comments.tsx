import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { Avatar } from '../../ui/avatar.js';
import { Button } from '../../ui/button.js';
import { TextArea } from '../../ui/field.js';
import { Markdown } from '../../ui/markdown.js';
import { QueryView } from '../../ui/query-view.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { Section } from '../../ui/section.js';
import { Skeleton } from '../../ui/states.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { EditableText } from './editable-text.js';
import styles from './incident-page.module.css';
import type { Incident } from './incident-queries.js';
import { type Comment, commentsQuery, useTalk } from './talk-queries.js';

/** What people say about an incident, oldest first, and a field to say more. */
export function Comments({ workspace, incident }: { workspace: string; incident: Incident }) {
  const comments = useQuery(commentsQuery(workspace, incident.key));
  return (
    <Section title="Comments">
      <QueryView of={comments} skeleton={<Skeleton rows={2} />}>
        {({ items }) =>
          items.map((comment) => (
            <OneComment key={comment.id} workspace={workspace} incidentKey={incident.key} comment={comment} />
          ))
        }
      </QueryView>
      {incident.may.comment && <NewComment workspace={workspace} incidentKey={incident.key} />}
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
        {comment.editedAt && !comment.removed && <span>edited</span>}
        {comment.mine && !comment.removed && (
          <Button
            variant="bare"
            onClick={() =>
              removeComment.mutate(comment.id, {
                onSuccess: () => toast('Comment removed.'),
                onError: toastFailure,
              })
            }
          >
            Remove
          </Button>
        )}
      </header>
      {comment.removed ? (
        <p className={styles.quiet}>This comment was removed.</p>
      ) : comment.mine ? (
        <EditableText label="Your comment" value={comment.body} markdown mayEdit onSave={edit} />
      ) : (
        <Markdown>{comment.body}</Markdown>
      )}
    </article>
  );
}

function NewComment({ workspace, incidentKey }: { workspace: string; incidentKey: string }) {
  const { comment } = useTalk(workspace, incidentKey);
  const [draft, setDraft] = useState('');
  const send = (): void => {
    if (!draft.trim() || comment.isPending) return;
    comment.mutate(draft, { onSuccess: () => setDraft(''), onError: toastFailure });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  };
  return (
    <div className={styles.editing}>
      <TextArea
        label="Comment"
        hint="Markdown works."
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
