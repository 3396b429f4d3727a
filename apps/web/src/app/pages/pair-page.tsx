import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { AddObservations } from '../../features/metrics/add-observations.js';
import { EditPair } from '../../features/metrics/pair-dialogs.js';
import { PairFacts } from '../../features/metrics/pair-facts.js';
import { PairMoves } from '../../features/metrics/pair-moves.js';
import { PairStateWord } from '../../features/metrics/pair-state-word.js';
import { PairView } from '../../features/metrics/pair-view.js';
import { type Pair, pairQuery } from '../../features/metrics/pairs-queries.js';
import { runsQuery } from '../../features/systems/systems-queries.js';
import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Segmented } from '../../ui/segmented.js';
import { useWorkspaceSlug } from '../shell/use-workspace-slug.js';
import { usePermissions } from '../use-permissions.js';
import type { PairRange } from '../routes/systems-routes.js';

const stretches = [
  { value: '28', label: '4 weeks' },
  { value: '91', label: '3 months' },
  { value: '243', label: '8 months' },
  { value: 'all', label: 'All' },
] as const;

/** A proxy and the intent it stands for: the chart, and how the two are watched. */
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
  const { days } = useSearch({ from: '/w/$workspace/pairs/$id' });
  const runs = useQuery(runsQuery(workspace, pair.systemKey)).data?.items ?? [];
  const [open, setOpen] = useState<'edit' | 'add' | null>(null);
  const add = (
    <Button icon="plus" disabledReason={whyNotAdd} onClick={() => setOpen('add')}>
      Add observations
    </Button>
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
      meta={<Chip>{pair.archivedAt ? 'Archived' : <PairStateWord state={pair.state} />}</Chip>}
      actions={
        <>
          <PairMoves pair={pair} whyNotChange={whyNotChange} onEdit={() => setOpen('edit')} />
          {add}
        </>
      }
      side={
        <PairFacts
          workspace={workspace}
          pair={pair}
          run={runs.find(({ id }) => id === pair.runId)?.externalId ?? null}
        />
      }
      sideWidth={304}
    >
      <PairView
        workspace={workspace}
        pair={pair}
        from={firstShown(pair, days)}
        tools={pair.axis === 'time' && <Stretch workspace={workspace} pair={pair} days={days} />}
        action={add}
      />
      {open === 'edit' && <EditPair pair={pair} runs={runs} onClose={() => setOpen(null)} />}
      {open === 'add' && (
        <AddObservations
          metrics={[pair.intent, pair.proxy]}
          environment={pair.environment}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  );
}

function Stretch({ workspace, pair, days }: { workspace: string; pair: Pair; days?: PairRange }) {
  const navigate = useNavigate();
  return (
    <Segmented
      label="Stretch of time"
      options={stretches}
      value={days ? (String(days) as '28' | '91' | '243') : 'all'}
      onChange={(next) =>
        void navigate({
          to: '/w/$workspace/pairs/$id',
          params: { workspace, id: pair.id },
          search: next === 'all' ? {} : { days: Number(next) as PairRange },
          resetScroll: false,
        })
      }
    />
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
