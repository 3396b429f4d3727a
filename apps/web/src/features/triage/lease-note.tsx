import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../../client/call.js';
import { Avatar } from '../../ui/avatar.js';
import { Button } from '../../ui/button.js';
import { toastFailure } from '../../ui/toast/toasts.js';
import styles from './evidence-pane.module.css';
import { leaseQuery } from './triage-queries.js';

interface Props {
  workspace: string;
  incidentKey: string;
}

/** Who is looking at the incident; being here says that one is. */
export function LeaseNote({ workspace, incidentKey }: Props) {
  const queries = useQueryClient();
  const query = leaseQuery(workspace, incidentKey);
  const { data: lease } = useQuery(query);
  if (!lease) return null;
  const takeOver = async (): Promise<void> => {
    try {
      const params = { key: incidentKey };
      queries.setQueryData(
        query.queryKey,
        await call('PUT /incidents/:key/lease', { params, body: { takeOver: true } }),
      );
    } catch (error) {
      toastFailure(error);
    }
  };
  return (
    <span className={styles.lease}>
      <Avatar name={lease.holder.name} />
      {lease.mine ? 'yours for ' : `${lease.holder.name} is on it, `}
      <Left until={lease.until} />
      {!lease.mine && (
        <Button variant="bare" onClick={() => void takeOver()}>
          Take over
        </Button>
      )}
    </span>
  );
}

/** `4:12`, counting down. */
function Left({ until }: { until: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.min(300, Math.round((Date.parse(until) - now) / 1000)));
  return (
    <span className="tabular" aria-hidden="true">
      {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
    </span>
  );
}
