import { addressOf } from '../../client/address.js';
import { IconButton } from '../../ui/icon-button.js';
import { shortDayOf } from '../../ui/time-words.js';
import { inBytes } from './in-bytes.js';
import styles from './talk.module.css';
import type { Evidence as Piece } from './talk-queries.js';

interface Props {
  workspace: string;
  incidentKey: string;
  piece: Piece;
  onRemove?: () => void;
}

/** One link, transcript or file that supports an incident. */
export function EvidencePiece({ workspace, incidentKey, piece, onRemove }: Props) {
  return (
    <div className={styles.piece}>
      <Content workspace={workspace} incidentKey={incidentKey} piece={piece} />
      {onRemove && <IconButton icon="trash" label={`Remove ${piece.title}`} onClick={onRemove} />}
    </div>
  );
}

function Content({ workspace, incidentKey, piece }: Props) {
  const { id, kind, title, content, file, addedBy, addedAt, from } = piece;
  const who = `${addedBy}, ${shortDayOf(addedAt)}${from ? `, under ${from}` : ''}`;
  if (kind === 'transcript')
    return (
      <details>
        <summary>
          {title} <span className={styles.quiet}>transcript, {who}</span>
        </summary>
        <p className={styles.transcript}>{content}</p>
      </details>
    );
  if (kind === 'link' || !file)
    return (
      <p>
        <a href={content} target="_blank" rel="noreferrer noopener">
          {title}
        </a>{' '}
        <span className={styles.quiet}>{who}</span>
      </p>
    );
  const address = addressOf('/incidents/:key/evidence/:id/file', { key: incidentKey, id }, { workspace });
  return (
    <div>
      <p>
        <a href={address} download={title}>
          {title}
        </a>{' '}
        <span className={styles.quiet}>
          {inBytes(file.size)},{' '}
          <span title={`SHA-256 ${file.sha256}`}>SHA-256 {file.sha256.slice(0, 12)}</span>, {who}
        </span>
      </p>
      {file.mediaType.startsWith('image/') && (
        <img className={styles.picture} src={address} alt={title} loading="lazy" />
      )}
    </div>
  );
}
