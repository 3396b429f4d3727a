import { alignmentDimension } from '@plumbline/shared/taxonomy/values/classification';
import {
  basis,
  granularity,
  metricDirection,
  metricKind,
  metricScale,
} from '@plumbline/shared/taxonomy/values/system';
import { whyMetricCannotActivate } from '@plumbline/shared/metric/activation';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { Fact, Facts } from '../../ui/facts.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { SideDrawer } from '../../ui/side-drawer.js';
import { calendarDay } from '../../ui/time-words.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { Health, RoleWord } from './metric-list.js';
import { type Metric, useMoveMetric } from './metrics-queries.js';
import styles from './metrics.module.css';
import { lazyPart } from '../../ui/lazy-part.js';

const AddObservations = lazyPart(() => import('./add-observations.js').then((m) => m.AddObservations));
const EditMetric = lazyPart(() => import('./metric-dialogs.js').then((m) => m.EditMetric));

interface Props {
  metric: Metric;
  objectives: readonly { id: string; name: string }[];
  whyNotAdd: string | null;
  whyNotChange: string | null;
  onChanged: (metric: Metric) => void;
  onClose: () => void;
}

/** Everything about one metric, and its moves. */
export function MetricDrawer({ metric, objectives, whyNotAdd, whyNotChange, onChanged, onClose }: Props) {
  const [editing, setEditing] = useState(false);
  const [adding, setAdding] = useState(false);
  return (
    <SideDrawer title={metric.name} opened onClose={onClose} width={440}>
      <MetricMoves
        metric={metric}
        whyNotChange={whyNotChange}
        onEdit={() => setEditing(true)}
        onArchived={onClose}
      />
      <MetricFacts metric={metric} objectives={objectives} />
      <div className={styles.after}>
        <Button icon="plus" disabledReason={whyNotAdd} onClick={() => setAdding(true)}>
          Add observations
        </Button>
      </div>
      {editing && (
        <EditMetric
          metric={metric}
          objectives={objectives}
          onSaved={(saved) => {
            setEditing(false);
            onChanged(saved);
          }}
          onClose={() => setEditing(false)}
        />
      )}
      {adding && <AddObservations metrics={[metric]} onClose={() => setAdding(false)} />}
    </SideDrawer>
  );
}

interface MovesProps {
  metric: Metric;
  whyNotChange: string | null;
  onEdit: () => void;
  onArchived: () => void;
}

function MetricMoves({ metric, whyNotChange, onEdit, onArchived }: MovesProps) {
  const { activate, archive, restore } = useMoveMetric(metric.id);
  const why = whyNotChange ?? whyMetricCannotActivate(metric);
  const putAway = (): void =>
    archive.mutate(undefined, {
      onSuccess: () => {
        toast(`${metric.name} is archived.`, {
          undo: () => restore.mutate(undefined, { onError: toastFailure }),
        });
        onArchived();
      },
      onError: toastFailure,
    });
  return (
    <>
      <div className={styles.verbs}>
        {metric.state === 'draft' && (
          <Button
            variant="primary"
            pending={activate.isPending}
            disabledReason={why}
            onClick={() =>
              activate.mutate(undefined, {
                onSuccess: () => toast(`${metric.name} is active.`),
                onError: toastFailure,
              })
            }
          >
            Activate
          </Button>
        )}
        <Button icon="pencil" disabledReason={whyNotChange} onClick={onEdit}>
          Edit
        </Button>
        <Button variant="bare" pending={archive.isPending} disabledReason={whyNotChange} onClick={putAway}>
          Archive
        </Button>
      </div>
      {metric.state === 'draft' && why && <p className={styles.reason}>{why}</p>}
    </>
  );
}

function MetricFacts({ metric, objectives }: Pick<Props, 'metric' | 'objectives'>) {
  return (
    <Facts>
      <Fact label="Key">
        <code>{metric.key}</code>
      </Fact>
      <Fact label="Role">
        <RoleWord role={metric.role} />
      </Fact>
      <Fact label="State">{metric.state}</Fact>
      <Fact label="Health">
        <Health metric={metric} />
      </Fact>
      <Fact label="Stands for">{objectives.find(({ id }) => id === metric.objectiveId)?.name}</Fact>
      <Fact label="Description">{metric.description}</Fact>
      <Fact label="Kind">{metricKind[metric.kind]}</Fact>
      <Fact label="Scale">
        {metricScale[metric.scale]}
        {metric.unit && `, ${metric.unit}`}
      </Fact>
      <Fact label="Direction">
        {metricDirection[metric.direction]}
        {metric.bandLow !== null && metric.bandHigh !== null && `, ${metric.bandLow} to ${metric.bandHigh}`}
      </Fact>
      <Fact label="Dimension">{metric.dimension && alignmentDimension[metric.dimension]}</Fact>
      <Fact label="Taken over">{granularity[metric.granularity]}</Fact>
      <Fact label="Basis">{basis[metric.basis]}</Fact>
      <Fact label="Held out">{metric.heldOut ? 'yes, readable with its own scope' : null}</Fact>
      <Fact label="Introduced">{metric.introducedOn && calendarDay(metric.introducedOn)}</Fact>
      <Fact label="Review by">{metric.reviewByOn && calendarDay(metric.reviewByOn)}</Fact>
      <Fact label="Retired">{metric.retiredOn && calendarDay(metric.retiredOn)}</Fact>
      <Fact label="Newest value">{metric.lastAt ? <RelativeTime at={metric.lastAt} suffix /> : 'none'}</Fact>
    </Facts>
  );
}
