import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Button } from '../../ui/button.js';
import { useCommands } from '../../ui/commands/command-registry.js';
import { Section } from '../../ui/section.js';
import { IncidentPeek } from './incident-peek.js';
import { type SimilarIncident, similarQuery } from './incident-queries.js';
import { Severity, StateWord } from './incident-words.js';
import type { LogDraft } from './log-draft.js';
import styles from './log-form.module.css';

interface Props {
  workspace: string;
  draft: LogDraft;
  /** Adds what was written to that incident instead of logging another. */
  onAdd: (key: string) => void;
}

/** Incidents like the one being written, each with its why. */
export function LogSimilar({ workspace, draft, onAdd }: Props) {
  const query = useDeferredValue({
    title: draft.title.slice(0, 300),
    text: `${draft.intendedGoal} ${draft.observedBehaviour}`.trim().slice(0, 2000),
    system: draft.systemId ?? undefined,
    metric: draft.metricId ?? undefined,
  });
  const { data } = useQuery(similarQuery(workspace, query));
  const [peeked, setPeeked] = useState<string | null>(null);
  const items = draft.title.trim() || draft.systemId || draft.metricId ? (data?.items ?? []) : [];
  useCommands(
    items.map(({ key }, index) => ({
      id: `log.add.${index}`,
      label: `Add to ${key} instead`,
      group: 'This form',
      keys: `alt+${index + 1}`,
      whileTyping: true,
      run: () => onAdd(key),
    })),
  );
  return (
    <Section title="Similar, while you type" meta={items.length > 0 ? `${items.length} found` : null}>
      {items.length === 0 && (
        <p className={styles.doors}>Nothing like it yet. Write on; this looks with you.</p>
      )}
      {items.map((item, index) => (
        <Similar key={item.key} item={item} index={index} onAdd={onAdd} onPeek={setPeeked} />
      ))}
      {peeked && <IncidentPeek workspace={workspace} incidentKey={peeked} onClose={() => setPeeked(null)} />}
    </Section>
  );
}

interface SimilarProps {
  item: SimilarIncident;
  index: number;
  onAdd: (key: string) => void;
  onPeek: (key: string) => void;
}

function Similar({ item, index, onAdd, onPeek }: SimilarProps) {
  const { key, title, severity, why } = item;
  return (
    <div className={`${styles.similar} ${index === 0 ? styles.strongest : ''}`}>
      <div className={styles.similarTitle}>
        <Severity level={severity} /> <span>{key}</span>
      </div>
      <h3>{title}</h3>
      <StateWord of={{ ...item, substatus: null }} />
      <p>why: {why.join(', ')}</p>
      <div className={styles.similarActions}>
        <Button keys={`alt+${index + 1}`} onClick={() => onAdd(key)}>
          Add to {key}
        </Button>
        <Button variant="bare" onClick={() => onPeek(key)}>
          Peek<span className="visually-hidden"> at {key}</span>
        </Button>
      </div>
    </div>
  );
}
