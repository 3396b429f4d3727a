import { incidentSystemRole } from '@plumbline/shared/taxonomy/values/incident';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EditableFact, Unsaid } from '../../ui/editable-fact.js';
import { Section } from '../../ui/section.js';
import { lazyPart } from '../../ui/lazy-part.js';
import { objectivesQuery, pairsQuery } from './about-queries.js';
import type { Named } from './incident-choices.js';
import type { Incident } from './incident-queries.js';
import type { Editing } from './use-edit-incident.js';
import { whyNotEdit } from './why-not.js';

const SystemsDialog = lazyPart(() => import('./systems-dialog.js').then((m) => m.SystemsDialog));
const ChooseMany = lazyPart(() => import('./choose-dialogs.js').then((m) => m.ChooseMany));
const ChooseOne = lazyPart(() => import('./choose-dialogs.js').then((m) => m.ChooseOne));

interface Props {
  workspace: string;
  incident: Incident;
  editing: Editing;
  systems: readonly Named[];
  metrics: readonly Named[];
}

type Part = 'systems' | 'metrics' | 'pairs' | 'objective';

/** What the incident is about: systems with the part they played, metrics, pairs, and the objective. */
export function IncidentAbout({ workspace, incident, editing, systems, metrics }: Props) {
  const [asked, setAsked] = useState<Part | null>(null);
  const objectives = useQuery(
    objectivesQuery(
      workspace,
      incident.systems.map(({ id }) => id),
    ),
  ).data;
  const pairs = useQuery({ ...pairsQuery(workspace), enabled: asked === 'pairs' }).data?.items ?? [];
  const reason = whyNotEdit(incident);
  const line = (part: Part, label: string) => ({
    label,
    disabledReason: reason,
    onEdit: () => setAsked(part),
  });
  const close = (): void => setAsked(null);
  const objective = objectives?.find(({ id }) => id === incident.objectiveId);
  return (
    <Section title="About">
      <EditableFact {...line('systems', 'Systems')}>
        {incident.systems.length === 0 && <Unsaid />}
        {incident.systems.map(({ id, name, role }) => (
          <div key={id}>
            {name}
            {(role !== 'primary' || incident.systems.length > 1) && (
              <Unsaid>, {incidentSystemRole[role].toLowerCase()}</Unsaid>
            )}
          </div>
        ))}
      </EditableFact>
      <EditableFact {...line('objective', 'Objective')}>
        {objective?.name ?? (incident.objectiveId ? '' : <Unsaid />)}
      </EditableFact>
      <EditableFact {...line('metrics', 'Metrics')}>
        {incident.metrics.map(({ name }) => name).join(', ') || <Unsaid />}
      </EditableFact>
      <EditableFact {...line('pairs', 'Pairs')}>
        {incident.pairs.map(({ name }) => name).join(', ') || <Unsaid />}
      </EditableFact>
      {asked === 'systems' && (
        <SystemsDialog incident={incident} editing={editing} systems={systems} onClose={close} />
      )}
      {asked === 'metrics' && (
        <ChooseMany
          label="Metrics"
          chosen={incident.metrics}
          choices={metrics}
          onClose={close}
          onSave={(metricIds) =>
            editing.save({ metricIds }, { metrics: kept(metricIds, incident.metrics, metrics) }, incident)
          }
        />
      )}
      {asked === 'pairs' && (
        <ChooseMany
          label="Pairs"
          chosen={incident.pairs}
          choices={pairs}
          onClose={close}
          onSave={(pairIds) =>
            editing.save({ pairIds }, { pairs: kept(pairIds, incident.pairs, pairs) }, incident)
          }
        />
      )}
      {asked === 'objective' && (
        <ChooseOne
          label="Objective"
          hint={
            incident.systems.length === 0
              ? 'Name a system first: its objectives stand here then.'
              : 'The intent and the specification that came apart.'
          }
          chosen={incident.objectiveId}
          choices={objectives ?? []}
          onClose={close}
          onSave={(objectiveId) => editing.save({ objectiveId }, {}, incident)}
        />
      )}
    </Section>
  );
}

/** As the record would list them; what is not known yet comes with the server's answer. */
function kept<T extends Named>(ids: string[], before: readonly T[], choices: readonly Named[]): T[] {
  return ids.map(
    (id) =>
      before.find((one) => one.id === id) ??
      ({ role: '', key: '', ...choices.find((one) => one.id === id) } as unknown as T),
  );
}
