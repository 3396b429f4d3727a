import { Menu } from '@mantine/core';
import { referenceCases } from '@plumbline/shared/taxonomy/reference-cases';
import { Button } from '../../ui/button.js';
import type { LogDraft } from './log-draft.js';
import styles from './log-form.module.css';
import { logTemplates } from './log-templates.js';

/** Documented cases to begin from: boxes filled in, labels suggested. On a phone the plain patterns stand above them. */
export function ReferenceTemplates({ onPick }: { onPick: (fill: Partial<LogDraft>) => void }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="bare" icon="chevronDown">
          Known cases
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {logTemplates.map(({ name, fill }) => (
          <Menu.Item key={name} className={styles.onPhone} onClick={() => onPick(fill)}>
            {name}
          </Menu.Item>
        ))}
        {referenceCases.map((one) => (
          <Menu.Item key={one.id} onClick={() => onPick(fillOf(one))}>
            {one.title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function fillOf({
  intendedGoal,
  specifiedObjective,
  observedBehaviour,
  labels,
  source,
}: (typeof referenceCases)[number]) {
  const suggested = Object.entries(labels).map(([facet, value]) => [
    facet,
    [{ value, certainty: 'potential', provenance: 'rule', rationale: `As in the known case: ${source}` }],
  ]);
  return {
    intendedGoal,
    specifiedObjective,
    observedBehaviour,
    labels: Object.fromEntries(suggested) as LogDraft['labels'],
  };
}
