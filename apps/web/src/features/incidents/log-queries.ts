import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Body, call } from '../../client/call.js';
import { requestKey } from '../../client/request-key.js';
import { attemptKey, forgetAttempt } from './log-attempt.js';

/** Logs an incident; a repeated try of the same draft is the same act, so nothing is logged twice. */
export function useLogIncident(workspace: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'POST /incidents'>) =>
      call('POST /incidents', { body, idempotencyKey: attemptKey(workspace, JSON.stringify(body)) }),
    onSuccess: () => {
      forgetAttempt(workspace);
      void queries.invalidateQueries({ queryKey: ['incidents'] });
    },
  });
}

/** Says what was written as a comment on an incident that is already there. */
export function useAddToIncident() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: string }) =>
      call('POST /incidents/:key/comments', {
        params: { key },
        body: { body },
        idempotencyKey: requestKey(),
      }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['incidents'] }),
  });
}
