import {
  brokenLink,
  goodhartMode,
  labelProvenance,
  mechanism,
  misalignmentType,
} from '@plumbline/shared/taxonomy/values/classification';
import type { ReactNode } from 'react';
import { Chip } from '../../ui/chip.js';
import { Kbd } from '../../ui/kbd.js';
import { type DiamondKind, TypeDiamond } from '../../ui/type-diamond.js';
import styles from './evidence-pane.module.css';
import type { Incident } from './triage-queries.js';

type Label = Incident['labels'][number];

const questions = [
  { facet: 'misalignmentType', name: 'Type', words: misalignmentType },
  { facet: 'mechanism', name: 'Mechanism', words: mechanism },
  { facet: 'brokenLink', name: 'Where intent was lost', words: brokenLink },
  { facet: 'goodhartMode', name: 'Goodhart mode', words: goodhartMode },
] as const;

interface Props {
  incident: Incident;
  /** What the incident says about NIST AI RMF, as a line of its own. */
  rmf?: ReactNode;
}

/** How it is classified so far, each answer with its reason and who gave it. */
export function SuggestedClassification({ incident, rmf }: Props) {
  const given = questions.map((question) => ({
    ...question,
    label: incident.labels.find(({ facet }) => facet === question.facet),
  }));
  const answered = given.filter(({ label }) => label);
  const suggested = answered.some(({ label }) => label!.provenance !== 'person');
  return (
    <section aria-label="Classification">
      <h3 className={styles.heading}>
        {suggested ? 'Suggested classification' : 'Classification'}
        {suggested && <Chip suggestedBy="not confirmed">suggested</Chip>}
        {answered.length === 0 && <Chip>none yet</Chip>}
      </h3>
      <dl className={styles.answers}>
        {given.map(({ facet, name, words, label }) => (
          <div key={facet} className={styles.answer}>
            <dt>{name}</dt>
            <dd>
              <Answer facet={facet} words={words} label={label} />
            </dd>
            <dd className={styles.by}>{label && labelProvenance[label.provenance].toLowerCase()}</dd>
            <dd>{facet !== 'goodhartMode' && <Kbd keys="t" />}</dd>
          </div>
        ))}
        {rmf}
      </dl>
    </section>
  );
}

function Answer({
  facet,
  words,
  label,
}: {
  facet: string;
  words: Record<string, string>;
  label: Label | undefined;
}) {
  if (!label) return <span className={styles.quiet}>not said yet</span>;
  const word = words[label.value] ?? label.value;
  return (
    <>
      {facet === 'misalignmentType' ? (
        <TypeDiamond kind={label.value as DiamondKind}>{word}</TypeDiamond>
      ) : (
        word
      )}
      {label.certainty === 'potential' && label.provenance === 'person' && ', potential'}
      {label.rationale && <p className={styles.reason}>{label.rationale}</p>}
      {label.quote && <q className={styles.reason}>{label.quote}</q>}
    </>
  );
}
