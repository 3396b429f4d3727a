import { useQuery } from '@tanstack/react-query';
import { ButtonLink } from '../../ui/button-link.js';
import { Fact, Facts } from '../../ui/facts.js';
import { QueryView } from '../../ui/query-view.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { SideDrawer } from '../../ui/side-drawer.js';
import { ThreeBoxes } from '../../ui/three-boxes.js';
import styles from './filter-panel.module.css';
import { incidentQuery } from './incident-queries.js';
import { Severity, StateWord } from './incident-words.js';

/** A look at one incident beside the list. */
export function IncidentPeek({
  workspace,
  incidentKey,
  onClose,
}: {
  workspace: string;
  incidentKey: string;
  onClose: () => void;
}) {
  const incident = useQuery(incidentQuery(workspace, incidentKey));
  return (
    <SideDrawer title={incidentKey} opened onClose={onClose} width={440}>
      <QueryView of={incident}>
        {(it) => (
          <div className={styles.panel}>
            <h2>{it.title}</h2>
            <Facts>
              <Fact label="State">
                <StateWord of={it} />
              </Fact>
              <Fact label="Severity">
                <Severity level={it.severity} />
              </Fact>
              <Fact label="System">{it.systems.map(({ name }) => name).join(', ')}</Fact>
              <Fact label="Owner">{it.owner?.name}</Fact>
              <Fact label="Reported">
                <RelativeTime at={it.reportedAt} suffix />
              </Fact>
            </Facts>
            <ThreeBoxes
              wanted={{ children: it.intendedGoal || 'Not said yet' }}
              specified={{ children: it.specifiedObjective || 'Not said yet' }}
              happened={{ children: it.observedBehaviour || 'Not said yet' }}
            />
            <p>
              <ButtonLink to="/w/$workspace/incidents/$key" params={{ workspace, key: it.key }} keys="enter">
                Open
              </ButtonLink>
            </p>
          </div>
        )}
      </QueryView>
    </SideDrawer>
  );
}
