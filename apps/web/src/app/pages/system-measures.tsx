import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { MetricDrawer } from '../../features/metrics/metric-drawer.js';
import { MetricList } from '../../features/metrics/metric-list.js';
import { metricsQuery } from '../../features/metrics/metrics-queries.js';
import { PairList } from '../../features/metrics/pair-list.js';
import { pairsQuery } from '../../features/metrics/pairs-queries.js';
import { objectivesQuery } from '../../features/systems/objectives-queries.js';
import { runsQuery, type System } from '../../features/systems/systems-queries.js';
import { Button } from '../../ui/button.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { EmptyState } from '../../ui/states.js';
import type { Permissions } from '../use-permissions.js';
import { lazyPart } from '../../ui/lazy-part.js';

const NewMetric = lazyPart(() => import('../../features/metrics/metric-dialogs.js').then((m) => m.NewMetric));
const NewPair = lazyPart(() => import('../../features/metrics/pair-dialogs.js').then((m) => m.NewPair));

interface Props extends Permissions {
  workspace: string;
  system: System;
}

/** What is measured about a system, and which measures stand beside each other. */
export function SystemMeasures(props: Props) {
  return (
    <>
      <Metrics {...props} />
      <Pairs {...props} />
    </>
  );
}

function Metrics({ workspace, system, whyNotAdd, whyNotChange }: Props) {
  const metrics = useQuery(metricsQuery(workspace, system.key));
  const objectives = useQuery(objectivesQuery(workspace, system.key)).data?.items ?? [];
  const { metric: open } = useSearch({ from: '/w/$workspace/systems/$system' });
  const [defining, setDefining] = useState(false);
  const navigate = useNavigate();
  const show = (metric: string | undefined): void =>
    void navigate({
      to: '/w/$workspace/systems/$system',
      params: { workspace, system: system.key },
      search: metric ? { metric } : {},
      resetScroll: false,
    });
  const add = (
    <Button icon="plus" disabledReason={whyNotAdd} onClick={() => setDefining(true)}>
      New metric
    </Button>
  );
  const shown = metrics.data?.items.find(({ key }) => key === open);
  return (
    <Section title="Metrics" meta={metrics.data?.items.length ? add : null}>
      <QueryView of={metrics}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No metric yet" action={add}>
              A metric says what is measured and what for: a proxy is optimised, an intent measure shows what
              people really want, guardrails and diagnostics stand beside them.
            </EmptyState>
          ) : (
            <MetricList
              workspace={workspace}
              system={system.key}
              metrics={items}
              open={open ?? null}
              onOpen={({ key }) => show(key)}
            />
          )
        }
      </QueryView>
      {defining && (
        <NewMetric
          system={system.key}
          objectives={objectives}
          onClose={() => setDefining(false)}
          onDefined={() => setDefining(false)}
        />
      )}
      {shown && (
        <MetricDrawer
          metric={shown}
          objectives={objectives}
          whyNotAdd={whyNotAdd}
          whyNotChange={whyNotChange}
          onChanged={({ key }) => show(key)}
          onClose={() => show(undefined)}
        />
      )}
    </Section>
  );
}

function Pairs({ workspace, system, whyNotAdd }: Props) {
  const pairs = useQuery(pairsQuery(workspace, system.key));
  const metrics = useQuery(metricsQuery(workspace, system.key)).data?.items ?? [];
  const objectives = useQuery(objectivesQuery(workspace, system.key)).data?.items ?? [];
  const runs = useQuery(runsQuery(workspace, system.key)).data?.items ?? [];
  const [drawing, setDrawing] = useState(false);
  const navigate = useNavigate();
  const open = ({ id }: { id: string }): void =>
    void navigate({ to: '/w/$workspace/pairs/$id', params: { workspace, id } });
  const add = (
    <Button icon="plus" disabledReason={whyNotAdd} onClick={() => setDrawing(true)}>
      New pair
    </Button>
  );
  return (
    <Section title="Pairs" meta={pairs.data?.items.length ? add : null}>
      <QueryView of={pairs}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No pair yet" action={add}>
              A pair puts an intent measure beside a proxy and watches whether they come apart.
            </EmptyState>
          ) : (
            <PairList workspace={workspace} pairs={items} onOpen={open} />
          )
        }
      </QueryView>
      {drawing && (
        <NewPair
          objectives={objectives}
          metrics={metrics}
          runs={runs}
          onDrawn={open}
          onClose={() => setDrawing(false)}
        />
      )}
    </Section>
  );
}
