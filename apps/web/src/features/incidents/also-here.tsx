import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '../../client/call.js';
import { Avatar } from '../../ui/avatar.js';
import styles from './also-here.module.css';

/** It holds for 45 seconds that somebody is here. */
const sayAgainMs = 20_000;

interface Person {
  id: string;
  name: string;
}

/** Says that the reader looks at an incident while its page is in front, and shows who else does. */
export function AlsoHere({ workspace, incident, me }: { workspace: string; incident: string; me?: string }) {
  const others = useOthers(workspace, incident, me);
  if (others.length === 0) return null;
  return (
    <ul className={styles.others} aria-label="Also here">
      {others.map(({ id, name }) => (
        <li key={id}>
          <Avatar name={name} />
        </li>
      ))}
    </ul>
  );
}

function useOthers(workspace: string, incident: string, me: string | undefined): readonly Person[] {
  const queries = useQueryClient();
  const queryKey = ['presence', workspace, incident];
  // The live stream and the answers below fill it in.
  const here = useQuery<Person[]>({ queryKey, queryFn: () => [], enabled: false }).data ?? [];
  useEffect(() => {
    const params = { key: incident };
    const say = (): void => {
      if (document.visibilityState !== 'visible') return;
      call('PUT /incidents/:key/presence', { params, workspace }).then(
        ({ people }) => queries.setQueryData(['presence', workspace, incident], people),
        // Without it the page still works.
        () => undefined,
      );
    };
    const leave = (): void =>
      void call('DELETE /incidents/:key/presence', { params, workspace }).catch(() => undefined);
    const turned = (): void => (document.visibilityState === 'visible' ? say() : leave());
    say();
    const timer = setInterval(say, sayAgainMs);
    document.addEventListener('visibilitychange', turned);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', turned);
      leave();
    };
  }, [queries, workspace, incident]);
  return here.filter(({ id }) => id !== me);
}
