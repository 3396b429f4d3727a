import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type PairDivergence, pairDivergenceQuery } from '../../features/divergence/divergence-queries.js';
import { onsetWords, standing } from '../../features/divergence/divergence-words.js';
import { pairIncidentsQuery } from '../../features/incidents/incident-queries.js';
import { PairMoves } from '../../features/metrics/pair-moves.js';
import { PairStateWord } from '../../features/metrics/pair-state-word.js';
import { PairView } from '../../features/metrics/pair-view.js';
import { type Pair, pairQuery } from '../../features/metrics/pairs-queries.js';
import { pairMitigationsQuery } from '../../features/mitigations/mitigation-queries.js';
import { runsQuery } from '../../features/systems/systems-queries.js';
import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { useCommands } from '../../ui/commands/command-registry.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { useWorkspaceSlug } from '../shell/use-workspace-slug.js';
import { usePermissions } from '../use-permissions.js';
import type { PairRange, PairSearch } from '../routes/systems-routes.js';
import { PairExplorer } from './pair-explorer.js';
import { PairSide } from './pair-side.js';
import { PairStretch } from './pair-stretch.js';
import { lazyPart } from '../../ui/lazy-part.js';

const AddObservations = lazyPart(() =>
  import('../../features/metrics/add-observations.js').then((m) => m.AddObservations),
);
const RunLooks = lazyPart(() => import('../../features/divergence/run-looks.js').then((m) => m.RunLooks));
const EditPair = lazyPart(() => import('../../features/metrics/pair-dialogs.js').then((m) => m.EditPair));

/** A proxy and the intent it stands for: when they came apart, by how much, and how the two are watched. */
export function PairPage() {
  const workspace = useWorkspaceSlug();
  const { id } = useParams({ from: '/w/$workspace/pairs/$id' });
  const pair = useQuery(pairQuery(workspace, id));
  if (!pair.data) {
    return (
      <Page title="Pair">
        <QueryView of={pair}>{() => null}</QueryView>
      </Page>
    );
  }
  return <KnownPair workspace={workspace} pair={pair.data} />;
}

function KnownPair({ workspace, pair }: { workspace: string; pair: Pair }) {
  const { whyNotAdd, whyNotChange } = usePermissions();
  const search = useSearch({ from: '/w/$workspace/pairs/$id' });
  const navigate = useNavigate();
  const divergence = useQuery(pairDivergenceQuery(workspace, pair.id)).data ?? null;
  const incidents = useQuery(pairIncidentsQuery(workspace, pair.id)).data?.items ?? [];
  const mitigations = useQuery(pairMitigationsQuery(workspace, pair.id)).data?.items ?? [];
  const runs = useQuery(runsQuery(workspace, pair.systemKey)).data?.items ?? [];
  const [open, setOpen] = useState<'edit' | 'add' | null>(null);
  const watched = pair.state !== 'draft' && divergence !== null;
  const show = (next: PairSearch): void =>
    void navigate({
      to: '/w/$workspace/pairs/$id',
      params: { workspace, id: pair.id },
      search: next,
      resetScroll: false,
      replace: true,
    });
  const turn = (): void => show({ ...search, table: search.table ? undefined : true });
  useCommands([
    { id: 'pair.table', label: 'Show as a table or drawn', group: 'This page', keys: 't', run: turn },
  ]);
  const add = (
    <Button icon="plus" disabledReason={whyNotAdd} onClick={() => setOpen('add')}>
      Add observations
    </Button>
  );
  const overTime = pair.axis === 'time';
  const stretch = overTime && (
    <PairStretch days={search.days} onChange={(days) => show({ ...search, days })} />
  );
  return (
    <Page
      title={
        <>
          <Link to="/w/$workspace/systems/$system" params={{ workspace, system: pair.systemKey }}>
            {pair.systemName}
          </Link>{' '}
          / {pair.name}
        </>
      }
      windowTitle={pair.name}
      meta={<StateChip pair={pair} divergence={divergence} />}
      actions={
        <>
          <PairMoves pair={pair} whyNotChange={whyNotChange} onEdit={() => setOpen('edit')} />
          {add}
        </>
      }
      side={
        <PairSide
          workspace={workspace}
          pair={pair}
          divergence={divergence}
          incidents={incidents}
          run={runs.find(({ id }) => id === pair.runId)?.externalId ?? null}
          brushed={search.from !== undefined && search.to !== undefined ? [search.from, search.to] : null}
          whyNotChange={whyNotChange}
        />
      }
      sideTitle="Why"
      sideWidth={304}
    >
      {watched && overTime ? (
        <PairExplorer
          tools={
            <>
              {stretch}
              <Button variant="bare" aria-pressed={search.table === true} keys="t" onClick={turn}>
                {search.table ? 'Chart' : 'Table'}
              </Button>
            </>
          }
          workspace={workspace}
          pair={pair}
          divergence={divergence}
          incidents={incidents}
          mitigations={mitigations}
          from={firstShown(pair, search.days)}
          asTable={search.table === true}
          onSelect={(from, to) => show({ ...search, from: Math.round(from), to: Math.round(to) })}
          action={add}
        />
      ) : (
        <>
          <PairView
            workspace={workspace}
            pair={pair}
            from={firstShown(pair, search.days)}
            tools={stretch}
            action={add}
          />
          {divergence && divergence.runs.length > 0 && <RunLooks axis={pair.axis} runs={divergence.runs} />}
        </>
      )}
      {open === 'edit' && <EditPair pair={pair} runs={runs} onClose={() => setOpen(null)} />}
      {open === 'add' && (
        <AddObservations
          metrics={[
            { ...pair.intent, half: 'intent' },
            { ...pair.proxy, half: 'proxy' },
          ]}
          environment={pair.environment}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  );
}

function StateChip({ pair, divergence }: { pair: Pair; divergence: PairDivergence | null }) {
  const finding = divergence && standing(divergence.findings);
  const state = divergence?.state ?? pair.state;
  return (
    <Chip>
      {pair.archivedAt ? (
        'Archived'
      ) : (
        <>
          <PairStateWord state={state} />
          {state === 'diverged' && finding && ` since ${onsetWords(finding)}`}
        </>
      )}
    </Chip>
  );
}

/** So many days before the newest value, not before today: a pair that went silent is still seen. */
function firstShown({ proxy, intent }: Pair, days?: PairRange): string | null {
  const newest = [proxy.lastAt, intent.lastAt]
    .filter((at) => at !== null)
    .toSorted()
    .at(-1);
  if (!days || !newest) return null;
  return new Date(Date.parse(newest) - days * 86_400_000).toISOString();
}
