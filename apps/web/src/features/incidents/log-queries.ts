import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { type Body, call } from '../../client/call.js';
import { requestKey } from '../../client/request-key.js';

/** Logs an incident; a repeated try of the same draft is the same act, so nothing is logged twice. */
export function useLogIncident() {
  const queries = useQueryClient();
  const attempt = useRef<{ words: string; key: string } | null>(null);
  return useMutation({
    mutationFn: (body: Body<'POST /incidents'>) => {
      const words = JSON.stringify(body);
      if (attempt.current?.words !== words) attempt.current = { words, key: requestKey() };
      return call('POST /incidents', { body, idempotencyKey: attempt.current.key });
    },
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['incidents'] }),
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
