import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { Fact, Facts } from '../../ui/facts.js';
import { lazyPart } from '../../ui/lazy-part.js';
import { Section } from '../../ui/section.js';
import type { Source } from './sources-queries.js';
import { plain } from './webhook-presets.js';

const EditMapping = lazyPart(() => import('./edit-mapping.js').then((m) => m.EditMapping));

/** Where the parts of an alert stand in the bodies of a webhook. */
export function WebhookMappingView({ source, why }: { source: Source; why: string | null }) {
  const [editing, setEditing] = useState(false);
  const mapping = source.settings.webhook ?? plain;
  return (
    <Section
      title="Where its parts stand"
      meta={
        <Button icon="pencil" variant="bare" disabledReason={why} onClick={() => setEditing(true)}>
          Change
        </Button>
      }
    >
      <Facts>
        <Fact label="List of alerts">{mapping.items || 'the body is one alert'}</Fact>
        <Fact label="Title">{mapping.title}</Fact>
        <Fact label="What names it">{mapping.dedupKey}</Fact>
        <Fact label="Ends when">{`${mapping.status} is ${mapping.resolved.join(', ')}`}</Fact>
      </Facts>
      {editing && <EditMapping source={source} onClose={() => setEditing(false)} />}
    </Section>
  );
}
