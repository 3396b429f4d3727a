import { useQuery } from '@tanstack/react-query';
import { queueFiguresQuery } from '../../features/triage/triage-queries.js';
import { useWorkspaceSlug } from './use-workspace-slug.js';

/** How many incidents wait for a decision; nothing where none does. */
export function WaitingCount() {
  const waiting = useQuery(queueFiguresQuery(useWorkspaceSlug())).data?.waiting;
  if (!waiting?.count) return null;
  return (
    <>
      {waiting.capped ? '1,000+' : waiting.count}
      <span className="visually-hidden"> waiting</span>
    </>
  );
}
