import { DateTimeField } from '../../ui/date-time-field.js';
import { Fact, Facts } from '../../ui/facts.js';
import { Section } from '../../ui/section.js';
import { dayAndTime, dayOf } from '../../ui/time-words.js';
import { SourceWord } from './incident-words.js';
import styles from './incident-page.module.css';
import type { Incident } from './incident-queries.js';
import type { Editing } from './use-edit-incident.js';

/** When it happened, was noticed, reported, decided; where it came from. */
export function IncidentDates({ incident, editing }: { incident: Incident; editing: Editing }) {
  const { may, occurredAt, detectedAt, awareAt } = incident;
  return (
    <Section title="Times">
      {may.edit && (
        <div className={styles.dialogForm}>
          <DateTimeField
            label="Happened"
            value={occurredAt}
            onChange={(value) => void editing.save({ occurredAt: value })}
          />
          <DateTimeField
            label="Noticed"
            value={detectedAt}
            onChange={(value) => void editing.save({ detectedAt: value })}
          />
          <DateTimeField
            label="Organisation aware"
            value={awareAt}
            onChange={(value) => void editing.save({ awareAt: value })}
          />
        </div>
      )}
      <Facts>
        {!may.edit && <Fact label="Happened">{occurredAt && dayAndTime(occurredAt)}</Fact>}
        {!may.edit && <Fact label="Noticed">{detectedAt && dayAndTime(detectedAt)}</Fact>}
        <Fact label="Reported">
          {dayAndTime(incident.reportedAt)} by {incident.reporter.name}
        </Fact>
        <Fact label="Source">
          <SourceWord source={incident.source} />
        </Fact>
        <Fact label="Look again on">{incident.recheckOn && dayOf(incident.recheckOn)}</Fact>
        <Fact label="Residual risk">{incident.residualRisk}</Fact>
      </Facts>
    </Section>
  );
}
