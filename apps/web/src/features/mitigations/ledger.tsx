import {
  mitigationFailureMode,
  mitigationStage,
  mitigationStatus,
} from '@plumbline/shared/taxonomy/values/mitigation';
import { Link } from '@tanstack/react-router';
import { DataTable } from '../../ui/data-table.js';
import { StatusRing } from '../../ui/status-ring.js';
import { EffectMark } from './effect-mark.js';
import { reachOf } from './effect-words.js';
import type { Mitigation } from './mitigation-queries.js';
import styles from './mitigations.module.css';

interface Props {
  workspace: string;
  items: readonly Mitigation[];
}

/** Every mitigation with what it treats and what it did, so that one can see what helps. */
export function MitigationLedger({ workspace, items }: Props) {
  const reach = reachOf(items.map(({ effect }) => effect));
  return (
    <DataTable
      label="Mitigations"
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        { id: 'title', head: 'Mitigation', phone: 'first', cell: ({ title }) => title },
        {
          id: 'approach',
          head: 'Approach',
          cell: ({ approachName }) => approachName || <span className={styles.quiet}>of our own</span>,
        },
        { id: 'stage', head: 'Stage', width: '112px', cell: ({ stage }) => mitigationStage[stage] },
        {
          id: 'status',
          head: 'Status',
          width: '112px',
          cell: ({ status }) => <StatusRing state={status}>{mitigationStatus[status]}</StatusRing>,
        },
        {
          id: 'incidents',
          head: 'Incidents treated',
          width: '140px',
          cell: ({ incidents }) => <Treated workspace={workspace} incidents={incidents} />,
        },
        {
          id: 'effect',
          head: 'Effect on the gap, 90 %',
          width: '208px',
          cell: ({ effect }) => <EffectMark effect={effect} reach={reach} />,
        },
        {
          id: 'failure',
          head: 'Failure mode',
          width: '120px',
          cell: ({ failureMode }) =>
            failureMode ? (
              mitigationFailureMode[failureMode]
            ) : (
              <span className={styles.quiet}>none seen</span>
            ),
        },
      ]}
    />
  );
}

function Treated({ workspace, incidents }: { workspace: string; incidents: Mitigation['incidents'] }) {
  if (incidents.length === 0) return <span className={styles.quiet}>none</span>;
  return incidents.map(({ key, title }, place) => (
    <span key={key}>
      {place > 0 && ', '}
      <Link to="/w/$workspace/incidents/$key" params={{ workspace, key }} title={title}>
        {key}
      </Link>
    </span>
  ));
}
