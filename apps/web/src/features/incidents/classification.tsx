import { useState } from 'react';
import { Chip, ChipButton } from '../../ui/chip.js';
import { IconButton } from '../../ui/icon-button.js';
import { Section } from '../../ui/section.js';
import { type DiamondKind, TypeDiamond } from '../../ui/type-diamond.js';
import { type Facet, facetWords, type Label } from './facet-words.js';
import { FacetDialog } from './facet-dialog.js';
import styles from './incident-page.module.css';
import type { Incident } from './incident-queries.js';
import type { Editing, IncidentEdit } from './use-edit-incident.js';

/** Facets that always stand there, asked or not. */
const core: readonly Facet[] = [
  'misalignmentType',
  'mechanism',
  'brokenLink',
  'goodhartMode',
  'causeCategory',
  'detectionSignal',
];

interface Props {
  incident: Incident;
  editing: Editing;
}

/** How the incident is classified: confirmed by people, or suggested by a rule, a model or the detector. */
export function Classification({ incident, editing }: Props) {
  const [asked, setAsked] = useState<Facet | null>(null);
  const [all, setAll] = useState(false);
  const facets = Object.keys(facetWords) as Facet[];
  const shown = facets.filter((facet) => all || core.includes(facet) || labelsOf(incident, facet).length > 0);
  const save = (facet: Facet, labels: NewLabel[]): Promise<boolean> =>
    editing.save({ labels: { [facet]: labels } } as IncidentEdit, {
      labels: [
        ...incident.labels.filter((label) => label.facet !== facet),
        ...labels.map((label) => asShown(facet, label)),
      ],
    });
  return (
    <Section
      title="Classification"
      meta={
        <ChipButton onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? 'Fewer questions' : 'All questions'}
        </ChipButton>
      }
    >
      {shown.map((facet) => (
        <FacetLine
          key={facet}
          facet={facet}
          labels={labelsOf(incident, facet)}
          mayEdit={incident.may.edit}
          onEdit={() => setAsked(facet)}
          onConfirm={(label) =>
            void save(
              facet,
              labelsOf(incident, facet).map((one) =>
                one === label ? { ...one, provenance: 'person', certainty: 'known' } : one,
              ),
            )
          }
        />
      ))}
      {asked && (
        <FacetDialog
          facet={asked}
          labels={labelsOf(incident, asked)}
          onClose={() => setAsked(null)}
          onSave={async (labels) => {
            if (await save(asked, labels)) setAsked(null);
          }}
        />
      )}
    </Section>
  );
}

export type NewLabel = Pick<Label, 'value' | 'certainty' | 'provenance' | 'rationale' | 'quote'>;

const labelsOf = (incident: Incident, facet: Facet): Label[] =>
  incident.labels.filter((label) => label.facet === facet);

const asShown = (facet: Facet, label: NewLabel): Label => ({
  ...label,
  facet,
  setBy: '',
  setAt: new Date().toISOString(),
});

interface LineProps {
  facet: Facet;
  labels: Label[];
  mayEdit: boolean;
  onEdit: () => void;
  onConfirm: (label: Label) => void;
}

function FacetLine({ facet, labels, mayEdit, onEdit, onConfirm }: LineProps) {
  const { label: question } = facetWords[facet];
  return (
    <div className={styles.facet}>
      <span>{question}</span>
      <span className={styles.labels}>
        {labels.length === 0 && <span className={styles.quiet}>not said</span>}
        {labels.map((label) => (
          <LabelChip
            key={label.value}
            label={label}
            onConfirm={mayEdit ? () => onConfirm(label) : undefined}
          />
        ))}
      </span>
      {mayEdit && <IconButton icon="pencil" label={`Classify: ${question.toLowerCase()}`} onClick={onEdit} />}
    </div>
  );
}

function LabelChip({ label, onConfirm }: { label: Label; onConfirm?: () => void }) {
  const word = facetWords[label.facet].values[label.value] ?? label.value;
  const mark =
    label.facet === 'misalignmentType' ? <TypeDiamond kind={label.value as DiamondKind} /> : undefined;
  const maybe = label.certainty === 'potential' && label.provenance === 'person' ? ', potential' : '';
  if (label.provenance !== 'person' && onConfirm)
    return (
      <ChipButton
        mark={mark}
        suggestedBy={label.provenance}
        onClick={onConfirm}
        title={`${label.rationale || 'Suggested'}. Click to confirm.`}
      >
        {word}
        <span className="visually-hidden">, confirm</span>
      </ChipButton>
    );
  return (
    <span
      title={[label.rationale, label.quote && `"${label.quote}"`, label.setBy && `set by ${label.setBy}`]
        .filter(Boolean)
        .join('\n')}
    >
      <Chip mark={mark} suggestedBy={label.provenance === 'person' ? null : label.provenance}>
        {word}
        {maybe}
      </Chip>
    </span>
  );
}
