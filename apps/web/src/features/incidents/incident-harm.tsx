import { harmRealisation, oecdSeverity } from '@plumbline/shared/taxonomy/values/incident';
import { EditableFact, Unsaid } from '../../ui/editable-fact.js';
import { FactMenu } from '../../ui/fact-menu.js';
import { Section } from '../../ui/section.js';
import { FacetLines } from './classification.js';
import type { Incident } from './incident-queries.js';
import type { Editing, IncidentEdit } from './use-edit-incident.js';
import { whyNotEdit } from './why-not.js';

const facets = ['harmType', 'stakeholder', 'genaiRisk', 'trustworthiness'] as const;

/** Whether harm was done, of which kind and to whom, and the risk it belongs to. */
export function IncidentHarm({ incident, editing }: { incident: Incident; editing: Editing }) {
  const reason = whyNotEdit(incident);
  const choose = (field: 'harmRealisation' | 'oecdSeverity') => (value: string | null) =>
    void editing.save({ [field]: value } as IncidentEdit);
  return (
    <Section title="Harm">
      <EditableFact label="Harm done">
        <FactMenu
          label="Harm done"
          value={incident.harmRealisation}
          choices={harmRealisation}
          disabledReason={reason}
          onChoose={choose('harmRealisation')}
        >
          {incident.harmRealisation ? harmRealisation[incident.harmRealisation] : <Unsaid />}
        </FactMenu>
      </EditableFact>
      <EditableFact label="OECD severity">
        <FactMenu
          label="OECD severity"
          value={incident.oecdSeverity}
          choices={oecdSeverity}
          disabledReason={reason}
          onChoose={choose('oecdSeverity')}
        >
          {incident.oecdSeverity ? oecdSeverity[incident.oecdSeverity] : <Unsaid />}
        </FactMenu>
      </EditableFact>
      <FacetLines facets={facets} incident={incident} editing={editing} />
    </Section>
  );
}
