import { misalignmentType } from '@plumbline/shared/taxonomy/values/classification';
import {
  incidentStatus,
  substatus,
  sourceKind,
  triageState,
} from '@plumbline/shared/taxonomy/values/incident';
import { type LifeState, stageOf } from '@plumbline/shared/incident/lifecycle';
import { SeverityBars } from '../../ui/severity-bars.js';
import { StatusRing } from '../../ui/status-ring.js';
import { type DiamondKind, TypeDiamond } from '../../ui/type-diamond.js';
import styles from './incident-words.module.css';
import type { IncidentRow } from './incident-queries.js';

/** The one visible state word of an incident, with its ring. @param short only the word that matters most */
export function StateWord({ of, short = false }: { of: LifeState; short?: boolean }) {
  const stage = stageOf(of);
  const word = { ...triageState, ...incidentStatus }[stage];
  const turn = of.substatus === 'escalating' || of.substatus === 'regressed' ? of.substatus : null;
  if (short && turn)
    return (
      <StatusRing state={stage}>
        <span title={`${word}, ${turn}`}>{substatus[turn]}</span>
      </StatusRing>
    );
  return (
    <StatusRing state={stage}>
      {word}
      {turn && `, ${turn}`}
    </StatusRing>
  );
}

/** How bad, or that nobody has said yet. */
export function Severity({ level }: { level: IncidentRow['severity'] }) {
  return level ? <SeverityBars level={level} /> : <span className={styles.quiet}>not set</span>;
}

const shortTypes: Record<string, string> = {
  goal_misgeneralization: 'Misgeneralization',
  outer: 'Outer',
  inner: 'Inner',
};

/** The type, short; dotted underneath while nobody has confirmed it. */
export function TypeWord({ type, confirmed }: { type: string | null; confirmed: boolean }) {
  if (!type) return <span className={styles.quiet}>none</span>;
  const word = shortTypes[type] ?? misalignmentType[type as keyof typeof misalignmentType] ?? type;
  return (
    <TypeDiamond kind={type as DiamondKind}>
      <span
        className={confirmed ? undefined : styles.suggested}
        title={confirmed ? undefined : 'Suggested, not confirmed'}
      >
        {word}
      </span>
    </TypeDiamond>
  );
}

/** Where it came from: the tool's name, or the kind of door. */
export function SourceWord({ source }: { source: IncidentRow['source'] }) {
  return <>{source.name || sourceKind[source.kind]}</>;
}
