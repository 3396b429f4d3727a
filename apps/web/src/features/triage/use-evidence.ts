import { useQueryClient } from '@tanstack/react-query';
import { toastFailure } from '../../ui/toast/toasts.js';
import { evidenceQuery, type Incident, type QueueRow } from './triage-queries.js';

/** @returns reads incidents whole, from the cache where they are there */
export function useEvidence(workspace: string): (rows: readonly QueueRow[]) => Promise<Incident[]> {
  const queries = useQueryClient();
  return async (rows) => {
    try {
      return await Promise.all(rows.map(({ key }) => queries.ensureQueryData(evidenceQuery(workspace, key))));
    } catch (error) {
      toastFailure(error);
      return [];
    }
  };
}
