import { useState } from 'react';
import { EditableFact, Unsaid } from '../../ui/editable-fact.js';
import { Button } from '../../ui/button.js';
import { useCommands } from '../../ui/commands/command-registry.js';
import { Section } from '../../ui/section.js';
import { lazyPart } from '../../ui/lazy-part.js';
import { type Facet, facetWords, type Label } from './facet-words.js';
import styles from './classification.module.css';
import { labelsIn, type NewLabel } from './incident-edits.js';
import type { Incident } from './incident-queries.js';
import { LabelChip } from './label-chip.js';
import type { Editing, IncidentEdit } from './use-edit-incident.js';
import { whyNotEdit } from './why-not.js';

const FacetDialog = lazyPart(() => import('./facet-dialog.js').then((m) => m.FacetDialog));

interface Props {
  incident: Incident;
  editing: Editing;
}

/** Facets that always stand there, answered or not. */
const core: readonly Facet[] = [
  'misalignmentType',
  'mechanism',
  'brokenLink',
  'goodhartMode',
  'causeCategory',
  'detectionSignal',
  'alignmentDimension',
];
const further: readonly Facet[] = ['specificCause', 'manifestation', 'shiftKind', 'powerSeeking'];

/** How the incident is classified: confirmed by people, or suggested by a rule, a model or the detector. */
export function Classification({ incident, editing }: Props) {
  const [all, setAll] = useState(false);
  const [asked, setAsked] = useState<Facet | null>(null);
  const reason = whyNotEdit(incident);
  useCommands([
    {
      id: 'incident.type',
      label: 'Classify: type',
      group: 'This incident',
      keys: 't',
      disabledReason: reason,
      run: () => setAsked('misalignmentType'),
    },
  ]);
  const answered = further.filter((facet) => incident.labels.some((label) => label.facet === facet));
  const more = further.length - answered.length;
  return (
    <Section
      title="Classification"
      meta={
        more > 0 && (
          <Button variant="bare" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Fewer' : `${more} more`}
          </Button>
        )
      }
    >
      <FacetLines facets={[...core, ...(all ? further : answered)]} incident={incident} editing={editing} />
      {asked && (
        <AskedFacet facet={asked} incident={incident} editing={editing} onClose={() => setAsked(null)} />
      )}
    </Section>
  );
}

/** One line per question, with its answers; a click on a suggestion confirms it, the pencil opens the question. */
export function FacetLines({ facets, incident, editing }: Props & { facets: readonly Facet[] }) {
  const [asked, setAsked] = useState<Facet | null>(null);
  const reason = whyNotEdit(incident);
  return (
    <>
      {facets.map((facet) => {
        const labels = incident.labels.filter((label) => label.facet === facet);
        const { label: question } = facetWords[facet];
        return (
          <div key={facet}>
            <EditableFact
              label={question}
              editLabel={`Classify: ${question.toLowerCase()}`}
              disabledReason={reason}
              onEdit={() => setAsked(facet)}
            >
              <span className={styles.labels}>
                {labels.length === 0 && <Unsaid />}
                {labels.map((label) => (
                  <LabelChip
                    key={label.value}
                    label={label}
                    onConfirm={reason ? undefined : () => void confirm(incident, editing, label)}
                  />
                ))}
              </span>
            </EditableFact>
            <Reasons labels={labels} />
          </div>
        );
      })}
      {asked && (
        <AskedFacet facet={asked} incident={incident} editing={editing} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

/** Why, and in whose words. */
function Reasons({ labels }: { labels: readonly Label[] }) {
  return labels.map(
    ({ value, rationale, quote }) =>
      (rationale || quote) && (
        <p key={value} className={styles.reason}>
          {rationale}
          {quote && <q>{quote}</q>}
        </p>
      ),
  );
}

function AskedFacet({ facet, incident, editing, onClose }: Props & { facet: Facet; onClose: () => void }) {
  const [began] = useState(incident);
  return (
    <FacetDialog
      facet={facet}
      labels={labelsIn(began, facet)}
      onClose={onClose}
      onSave={async (labels) => {
        if (await saveLabels(incident, editing, facet, labels, began)) onClose();
      }}
    />
  );
}

function confirm(incident: Incident, editing: Editing, { facet, value }: Label): Promise<boolean> {
  const labels = labelsIn(incident, facet).map((label) =>
    label.value === value ? { ...label, provenance: 'person' as const, certainty: 'known' as const } : label,
  );
  return saveLabels(incident, editing, facet, labels, incident);
}

function saveLabels(
  incident: Incident,
  editing: Editing,
  facet: Facet,
  labels: NewLabel[],
  began: Incident,
): Promise<boolean> {
  const others = incident.labels.filter((label) => label.facet !== facet);
  const now = new Date().toISOString();
  const shown = labels.map((label) => ({ ...label, facet, setBy: '', setAt: now }));
  return editing.save(
    { labels: { [facet]: labels } } as IncidentEdit,
    { labels: [...others, ...shown] },
    began,
  );
}
