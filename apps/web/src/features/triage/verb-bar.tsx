import { Button } from '../../ui/button.js';
import type { Asked } from './choice.js';
import { Choices } from './choices.js';
import styles from './triage-screen.module.css';
import { barVerbs, type Verb, verbs } from './verbs.js';

interface Props {
  /** How many are selected; 0 when the verbs are about the active one. */
  selected: number;
  /** What a verb has asked and waits to hear. */
  asked: Asked | null;
  onVerb: (verb: Verb) => void;
  onLeave: () => void;
  disabledReason: string | null;
}

/** The verbs as buttons, and above them what the last one asks. */
export function VerbBar({ selected, asked, onVerb, onLeave, disabledReason }: Props) {
  return (
    <div className={styles.bar} role="group" aria-label="Decide">
      {asked && <Choices key={asked.title} asked={asked} onClose={onLeave} />}
      {selected > 0 && <span className={styles.selected}>{selected} selected</span>}
      {barVerbs.map((verb) => (
        <Button
          key={verb}
          className={styles[verb]}
          variant={verb === 'accept' ? 'primary' : 'secondary'}
          keys={verbs[verb].keys}
          disabledReason={disabledReason}
          onClick={() => onVerb(verb)}
        >
          {verbs[verb].label}
        </Button>
      ))}
    </div>
  );
}
