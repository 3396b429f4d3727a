import type { PairDivergence } from '../../features/divergence/divergence-queries.js';
import { shortDay, standing } from '../../features/divergence/divergence-words.js';
import { WhyPanel } from '../../features/divergence/why-panel.js';
import type { IncidentRow } from '../../features/incidents/incident-queries.js';
import { PairFacts } from '../../features/metrics/pair-facts.js';
import { type Pair, useEditPair } from '../../features/metrics/pairs-queries.js';
import { ButtonLink } from '../../ui/button-link.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { lazyPart } from '../../ui/lazy-part.js';
import styles from './pair-side.module.css';
import { useProxyMoved } from './use-proxy-moved.js';

const BackTestRate = lazyPart(() =>
  import('../../features/divergence/back-test.js').then((m) => m.BackTestRate),
);
const MarksSection = lazyPart(() =>
  import('../../features/divergence/marks-section.js').then((m) => m.MarksSection),
);

interface Props {
  workspace: string;
  pair: Pair;
  divergence: PairDivergence | null;
  incidents: readonly IncidentRow[];
  run: string | null;
  /** The stretch that was brushed, in milliseconds since 1970. */
  brushed: [number, number] | null;
  whyNotChange: string | null;
}

/** Beside the chart: why there is an alarm, what to do, another rate, and what the pair stands for. */
export function PairSide({ workspace, pair, divergence, incidents, run, brushed, whyNotChange }: Props) {
  const edit = useEditPair(pair.id);
  const finding = divergence && standing(divergence.findings);
  const incident = incidents.find(({ id }) => id === finding?.incidentId);
  const proxyMoved = useProxyMoved(workspace, pair, finding?.onsetAt ?? null);
  const use = (falseAlarmsPerYear: number): void =>
    edit.mutate(
      { changes: { falseAlarmsPerYear }, version: pair.version },
      {
        onSuccess: () => void toast(`Watched at ${falseAlarmsPerYear} false alarms a year from now on.`),
        onError: toastFailure,
      },
    );
  return (
    <>
      {divergence && pair.state !== 'draft' && (
        <>
          <WhyPanel
            divergence={divergence}
            proxy={pair.proxy}
            intent={pair.intent}
            proxyMoved={proxyMoved}
            actions={
              <>
                {incident && (
                  <ButtonLink
                    variant="primary"
                    to="/w/$workspace/incidents/$key"
                    params={{ workspace, key: incident.key }}
                  >
                    Open {incident.key}
                  </ButtonLink>
                )}
                <ButtonLink to="/w/$workspace/log" params={{ workspace }} search={prefill(pair, brushed)}>
                  {brushed ? 'Log from this stretch' : 'Log from window'}
                </ButtonLink>
              </>
            }
          />
          {pair.axis === 'time' && (
            <div className={styles.rate}>
              <BackTestRate divergence={divergence} onUse={use} whyNotUse={whyNotChange} />
            </div>
          )}
        </>
      )}
      <PairFacts workspace={workspace} pair={pair} run={run} />
      {divergence && pair.axis === 'time' && (
        <MarksSection
          workspace={workspace}
          pairId={pair.id}
          marks={divergence.marks}
          whyNotChange={whyNotChange}
        />
      )}
    </>
  );
}

/** The form begins with what the chart knows. */
function prefill(pair: Pair, brushed: [number, number] | null): Record<string, string> {
  const iso = (at: number): string => shortDay(new Date(at).toISOString());
  const stretch =
    brushed && pair.axis === 'time' ? `Between ${iso(brushed[0])} and ${iso(brushed[1])}: ` : '';
  return {
    system: pair.systemId,
    metric: pair.proxyMetricId,
    wanted: pair.intentStatement,
    specified: pair.specification,
    ...(stretch ? { happened: stretch } : {}),
  };
}
