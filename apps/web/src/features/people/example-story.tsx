import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../client/call.js';
import { Button } from '../../ui/button.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import styles from './settings.module.css';

/** The example story: one click removes it, one puts it back. */
export function ExampleStory({ workspace, admin }: { workspace: string; admin: boolean }) {
  const queries = useQueryClient();
  const state = useQuery({
    queryKey: ['example-story', workspace],
    queryFn: ({ signal }) => call('GET /example-story', { signal }),
  });
  // Everything may hold something of it.
  const onSuccess = (words: string) => () => {
    toast(words);
    void queries.invalidateQueries();
  };
  const remove = useMutation({
    mutationFn: () => call('DELETE /example-story'),
    onSuccess: onSuccess('The example story is gone; what you wrote yourself stays.'),
    onError: toastFailure,
  });
  const tell = useMutation({
    mutationFn: () => call('POST /example-story'),
    onSuccess: onSuccess('The example story is back.'),
    onError: toastFailure,
  });
  const why = admin ? null : 'Only administrators of this workspace change this.';
  return (
    <Section title="Example story">
      <QueryView of={state}>
        {({ present, incidents, systems }) =>
          present ? (
            <>
              <p className={styles.said}>
                {systems} systems and {incidents} incidents to look around in, marked as example.
              </p>
              <Button pending={remove.isPending} disabledReason={why} onClick={() => remove.mutate()}>
                {remove.isPending ? 'Removing' : 'Remove the example story'}
              </Button>
            </>
          ) : (
            <>
              <p className={styles.said}>
                Five systems and thirty incidents to look around in. They carry a badge and can be removed
                again.
              </p>
              <Button pending={tell.isPending} disabledReason={why} onClick={() => tell.mutate()}>
                {tell.isPending ? 'Telling it, a few seconds' : 'Load the example story'}
              </Button>
            </>
          )
        }
      </QueryView>
    </Section>
  );
}
