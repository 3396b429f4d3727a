import { riskClass, systemRole, systemStage } from '@plumbline/shared/taxonomy/values/system';
import { Fact, Facts } from '../../ui/facts.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { Section } from '../../ui/section.js';
import type { System } from './systems-queries.js';

/** What is said about a system, at the side. */
export function SystemFacts({ system }: { system: System }) {
  return (
    <Section title="System">
      <Facts>
        <Fact label="Key">
          <code>{system.key}</code>
        </Fact>
        <Fact label="Stage">{systemStage[system.stage]}</Fact>
        <Fact label="Our role">{systemRole[system.role]}</Fact>
        <Fact label="Risk class">{riskClass[system.riskClass]}</Fact>
        <Fact label="Jurisdictions">{system.jurisdictions.join(', ')}</Fact>
        <Fact label="Owner">{system.ownerTeamName}</Fact>
        <Fact label="Changed">
          <RelativeTime at={system.updatedAt} suffix />
        </Fact>
      </Facts>
    </Section>
  );
}
