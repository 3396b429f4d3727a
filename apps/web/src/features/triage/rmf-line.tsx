import { rmfAssessment } from '@plumbline/shared/taxonomy/values/mitigation';
import { rmfSubcategories } from '@plumbline/shared/taxonomy/rmf';
import { AssessmentSquare } from '../../ui/assessment-square.js';
import { Kbd } from '../../ui/kbd.js';
import styles from './evidence-pane.module.css';
import type { Incident } from './triage-queries.js';
import { useRmf } from './use-assess.js';

/** What it says about NIST AI RMF; where nobody has said, what a rule proposes. */
export function RmfLine({ workspace, incident }: { workspace: string; incident: Incident }) {
  const { mappings, proposals } = useRmf(workspace, incident);
  return (
    <div className={styles.answer}>
      <dt>NIST AI RMF</dt>
      <dd>
        {mappings.map(({ id, subcategory, assessment }) => (
          <p key={id}>
            {subcategory} <AssessmentSquare kind={assessment}>{rmfAssessment[assessment]}</AssessmentSquare>
          </p>
        ))}
        {mappings.length === 0 && proposals.map(({ subcategory }) => subcategory).join(', ')}
        {mappings.length === 0 && proposals.length === 0 && (
          <span className={styles.quiet}>nothing proposed yet</span>
        )}
        {mappings.length === 0 && proposals[0] && (
          <span className={styles.reason}>
            {rmfSubcategories[proposals[0].subcategory]}: {proposals[0].reason}
          </span>
        )}
      </dd>
      <dd className={styles.by}>{mappings.length === 0 && proposals.length > 0 && 'rule'}</dd>
      <dd>
        <Kbd keys="b" />
      </dd>
    </div>
  );
}
