import { resolution } from '@plumbline/shared/taxonomy/values/incident';
import { useState } from 'react';
import { EditableFact, Unsaid } from '../../ui/editable-fact.js';
import { Fact, Facts } from '../../ui/facts.js';
import { Section } from '../../ui/section.js';
import { dayAndTime, dayOf } from '../../ui/time-words.js';
import { lazyPart } from '../../ui/lazy-part.js';
import { SourceWord } from './incident-words.js';
import type { Incident } from './incident-queries.js';
import type { Editing } from './use-edit-incident.js';
import { whyNotEdit } from './why-not.js';

const TimesDialog = lazyPart(() => import('./times-dialog.js').then((m) => m.TimesDialog));

/** When it happened, was noticed, reported and decided, and what was decided last. */
export function IncidentDates({ incident, editing }: { incident: Incident; editing: Editing }) {
  const [open, setOpen] = useState(false);
  const line = { disabledReason: whyNotEdit(incident), onEdit: () => setOpen(true) };
  const { occurredAt, occurredPrecision, detectedAt, awareAt, reportedAt, reporter } = incident;
  const said = (at: string | null) => (at ? dayAndTime(at) : <Unsaid />);
  return (
    <Section title="Times">
      <EditableFact label="Happened" {...line}>
        {occurredAt ? atPrecision(occurredAt, occurredPrecision) : <Unsaid />}
      </EditableFact>
      <EditableFact label="Noticed" {...line}>
        {said(detectedAt)}
      </EditableFact>
      <EditableFact label="Aware" editLabel="Edit the time of awareness" {...line}>
        {said(awareAt)}
      </EditableFact>
      <Facts>
        <Fact label="Reported">
          {dayAndTime(reportedAt)} by {reporter.name}
        </Fact>
        <Fact label="Source">
          <SourceWord source={incident.source} />
        </Fact>
        <Fact label="Resolution">{incident.resolution && resolution[incident.resolution]}</Fact>
        <Fact label="Residual risk">{incident.residualRisk}</Fact>
        <Fact label="Re-check">{incident.recheckOn && dayOf(`${incident.recheckOn}T12:00:00`)}</Fact>
        <Fact label="Last decision">{incident.decisionNote}</Fact>
      </Facts>
      {open && <TimesDialog incident={incident} editing={editing} onClose={() => setOpen(false)} />}
    </Section>
  );
}

type Precision = Incident['occurredPrecision'];

/** As exactly as it is known. */
function atPrecision(at: string, precision: Precision): string {
  if (precision === 'exact' || precision === 'hour') return dayAndTime(at);
  if (precision === 'day') return dayOf(at);
  return precision === 'month' ? dayOf(at).replace(/^\d+ /, '') : `about ${dayOf(at)}`;
}
