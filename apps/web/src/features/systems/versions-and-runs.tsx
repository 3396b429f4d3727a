import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/button.js';
import { IconButton } from '../../ui/icon-button.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { Skeleton } from '../../ui/states.js';
import { dayOf } from '../../ui/time-words.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { Meta } from '../../ui/words.js';
import styles from './systems.module.css';
import {
  type Run,
  runsQuery,
  type System,
  type SystemVersion,
  useArchivePart,
  versionsQuery,
} from './systems-queries.js';
import { lazyPart } from '../../ui/lazy-part.js';

const NewRun = lazyPart(() => import('./new-run.js').then((m) => m.NewRun));
const NewVersion = lazyPart(() => import('./new-version.js').then((m) => m.NewVersion));

interface Props {
  workspace: string;
  system: System;
  /** Why nothing can be added, or null. */
  why: string | null;
  /** Why nothing can be put away, or null. */
  whyNotChange: string | null;
}

/** The released versions of a system, newest first. */
export function Versions({ workspace, system, why, whyNotChange }: Props) {
  const versions = useQuery(versionsQuery(workspace, system.key));
  const [adding, setAdding] = useState(false);
  return (
    <Section title="Versions" meta={<Add what="version" why={why} onClick={() => setAdding(true)} />}>
      <QueryView of={versions} skeleton={<Skeleton rows={2} height={28} />}>
        {({ items }) => (
          <Lines none="No version yet. Releases become marks on every chart of this system.">
            {items.map((version) => (
              <VersionLine key={version.id} version={version} mayArchive={!whyNotChange} />
            ))}
          </Lines>
        )}
      </QueryView>
      {adding && <NewVersion system={system} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function VersionLine({ version, mayArchive }: { version: SystemVersion; mayArchive: boolean }) {
  return (
    <li>
      <span>{version.name}</span>
      <Meta>{version.releasedAt ? `released ${dayOf(version.releasedAt)}` : 'not released'}</Meta>
      {mayArchive && <Archive part="version" id={version.id} name={version.name} />}
    </li>
  );
}

/** Training and evaluation runs, newest first; their values are counted in steps. */
export function Runs({ workspace, system, why, whyNotChange }: Props) {
  const runs = useQuery(runsQuery(workspace, system.key));
  const [adding, setAdding] = useState(false);
  return (
    <Section title="Runs" meta={<Add what="run" why={why} onClick={() => setAdding(true)} />}>
      <QueryView of={runs} skeleton={<Skeleton rows={2} height={28} />}>
        {({ items }) => (
          <Lines none="No run yet. A run gives values a place by training step.">
            {items.map((run) => (
              <RunLine key={run.id} run={run} mayArchive={!whyNotChange} />
            ))}
          </Lines>
        )}
      </QueryView>
      {adding && <NewRun workspace={workspace} system={system} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function RunLine({ run, mayArchive }: { run: Run; mayArchive: boolean }) {
  const name = run.link ? (
    <a href={run.link} target="_blank" rel="noreferrer">
      {run.externalId}
    </a>
  ) : (
    <span>{run.externalId}</span>
  );
  return (
    <li>
      {name}
      <Meta>
        {run.kind}
        {run.startedAt && `, ${dayOf(run.startedAt)}`}
      </Meta>
      {mayArchive && <Archive part="run" id={run.id} name={run.externalId} />}
    </li>
  );
}

/** Puts a line away, with a way back. */
function Archive({ part, id, name }: { part: 'version' | 'run'; id: string; name: string }) {
  const { archive, restore } = useArchivePart(part, id);
  const putAway = (): void =>
    archive.mutate(undefined, {
      onSuccess: () =>
        toast(`${name} is archived.`, {
          undo: () => restore.mutate(undefined, { onError: toastFailure }),
        }),
      onError: toastFailure,
    });
  return <IconButton icon="close" label={`Archive ${name}`} onClick={putAway} />;
}

function Lines({ none, children }: { none: string; children: ReactNode[] }) {
  return children.length > 0 ? <ul className={styles.lines}>{children}</ul> : <Meta>{none}</Meta>;
}

function Add({ what, why, onClick }: { what: string; why: string | null; onClick: () => void }) {
  return (
    <Button variant="bare" icon="plus" disabledReason={why} aria-label={`Add ${what}`} onClick={onClick}>
      Add
    </Button>
  );
}
