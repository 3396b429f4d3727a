import { useQuery } from '@tanstack/react-query';
import { Dialog } from '../../ui/dialog.js';
import { Markdown } from '../../ui/markdown.js';
import { QueryView } from '../../ui/query-view.js';
import { Skeleton } from '../../ui/states.js';
import { dayAndTime } from '../../ui/time-words.js';
import styles from './talk.module.css';
import { type Comment, commentHistoryQuery } from './talk-queries.js';

interface Props {
  workspace: string;
  incidentKey: string;
  comment: Comment;
  onClose: () => void;
}

/** What a comment said before, the newest first. */
export function CommentHistory({ workspace, incidentKey, comment, onClose }: Props) {
  const history = useQuery(commentHistoryQuery(workspace, incidentKey, comment.id));
  return (
    <Dialog title={`A comment of ${comment.author.name}`} width={560} onClose={onClose}>
      <p className={styles.quiet}>Now</p>
      <Markdown>{comment.body}</Markdown>
      <QueryView of={history} skeleton={<Skeleton rows={2} />}>
        {({ items }) =>
          items.toReversed().map(({ body, until }) => (
            <div key={until} className={styles.comment}>
              <p className={styles.quiet}>Until {dayAndTime(until)}</p>
              <Markdown>{body}</Markdown>
            </div>
          ))
        }
      </QueryView>
    </Dialog>
  );
}
