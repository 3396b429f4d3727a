import { Button } from '../../ui/button.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { type Source, useIssueSourceKey, useRevokeSourceKey } from './sources-queries.js';
import styles from './sources.module.css';

interface Props {
  source: Source;
  /** Whether the key that was made last is shown above. */
  shown: boolean;
  why: string | null;
}

/** The keys in force: one, or two while the tool changes from one to the other. */
export function SourceKeys({ source, shown, why }: Props) {
  const issue = useIssueSourceKey(source.id);
  const revoke = useRevokeSourceKey(source.id);
  const { keys } = source;
  const full = keys.length > 1 ? 'Two keys are in force. Revoke one first.' : null;
  return (
    <>
      <p>
        {shown
          ? 'The key is shown now and never again: only a fingerprint of it is stored.'
          : 'The key was shown when it was made.'}
      </p>
      {keys.length > 0 && (
        <ul className={styles.list} aria-label="Keys in force">
          {keys.map(({ id, prefix, lastUsedAt }) => (
            <li key={id} className={styles.key}>
              <code>{prefix}…</code>
              <span className={styles.quiet}>
                {lastUsedAt ? (
                  <>
                    used <RelativeTime at={lastUsedAt} suffix />
                  </>
                ) : (
                  'not used yet'
                )}
              </span>
              <Button
                variant="bare"
                aria-label={`Revoke ${prefix}`}
                pending={revoke.isPending && revoke.variables === id}
                disabledReason={why}
                onClick={() =>
                  revoke.mutate(id, {
                    onSuccess: () => void toast(`${prefix}… is revoked: whatever still sends it is refused.`),
                    onError: toastFailure,
                  })
                }
              >
                Revoke
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.line}>
        <Button
          pending={issue.isPending}
          disabledReason={why ?? full}
          onClick={() => issue.mutate(undefined, { onError: toastFailure })}
        >
          Make another key
        </Button>
        <span className={styles.quiet}>
          The one before stays in force, so that the tool can change without a gap.
        </span>
      </p>
    </>
  );
}
