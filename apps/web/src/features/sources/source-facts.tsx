import { toolKind } from '@plumbline/shared/taxonomy/values/tool';
import { Fact, Facts } from '../../ui/facts.js';
import { RelativeTime } from '../../ui/relative-time.js';
import type { Source } from './sources-queries.js';
import { stateOf } from './sources.js';

/** What is set for a source. */
export function SourceFacts({ source }: { source: Source }) {
  return (
    <Facts>
      <Fact label="State">{stateOf(source)}</Fact>
      <Fact label="Kind">{toolKind[source.kind]}</Fact>
      <Fact label="System">{source.system?.name}</Fact>
      <Fact label="Team">{source.team?.name}</Fact>
      <Fact label="Environment">{source.environment}</Fact>
      <Fact label="Grouped by">
        {source.grouping === '{{default}}' ? 'system, metric, mechanism or name' : source.grouping}
      </Fact>
      <Fact label="Silence">
        {source.quietAfterHours ? `worth a word after ${source.quietAfterHours} h` : 'not watched'}
      </Fact>
      <Fact label="Last delivery">
        {source.lastDeliveryAt ? <RelativeTime at={source.lastDeliveryAt} suffix /> : 'none yet'}
      </Fact>
    </Facts>
  );
}
