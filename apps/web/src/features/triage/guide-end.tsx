import type { GuideOutcome } from '@plumbline/shared/incident/guide/guide-outcome';
import { guideVersion } from '@plumbline/shared/incident/guide/guide-tree';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { TextArea } from '../../ui/field.js';
import styles from './guide-dialog.module.css';
import { guideWords } from './guide-words.js';

type Suggestion = Extract<GuideOutcome, { kind: 'suggestion' }>;

interface Props {
  outcome: GuideOutcome;
  onBug: () => void;
  onSuggest: (outcome: Suggestion, confirmed: boolean, quote: string) => void;
}

/** Where the answers led. Enter confirms; what is kept as a suggestion waits for somebody else. */
export function GuideEnd({ outcome, onBug, onSuggest }: Props) {
  if (outcome.kind === 'bug')
    return (
      <>
        <p className={styles.verdict}>This reads like a bug, not like misalignment.</p>
        <p>{outcome.reason} A bug is mended where the program is; it does not need this register.</p>
        <div className={styles.actions}>
          <Button variant="primary" keys="enter" data-autofocus onClick={onBug}>
            Decline as a bug
          </Button>
        </div>
      </>
    );
  return <Suggested outcome={outcome} onSuggest={onSuggest} />;
}

function Suggested({ outcome, onSuggest }: { outcome: Suggestion; onSuggest: Props['onSuggest'] }) {
  const [quote, setQuote] = useState('');
  const { suggestions, evidenceNeeded, severityAtMost } = outcome;
  const why = evidenceNeeded && !quote.trim() ? 'Quote the evidence first.' : null;
  const order = Object.keys(guideWords);
  const sorted = suggestions.toSorted((one, other) => order.indexOf(one.facet) - order.indexOf(other.facet));
  return (
    <>
      <dl className={styles.suggestions}>
        {sorted.map(({ facet, value, certainty, rationale }) => (
          <div key={facet}>
            <dt>{guideWords[facet].name}</dt>
            <dd>
              {guideWords[facet].values[value] ?? value}
              {certainty === 'potential' && <span className={styles.quiet}>, potential</span>}
              <span className={styles.example}>{rationale}</span>
            </dd>
          </div>
        ))}
      </dl>
      {severityAtMost && <p>At least {severityAtMost}, and restricted until a person decides otherwise.</p>}
      {evidenceNeeded && (
        <TextArea
          label="Evidence, quoted"
          hint={evidenceNeeded}
          data-autofocus
          value={quote}
          onChange={setQuote}
        />
      )}
      <div className={styles.actions}>
        <span className={styles.quiet}>Tree {guideVersion}</span>
        <Button onClick={() => onSuggest(outcome, false, quote)}>Keep as suggestion</Button>
        <Button
          variant="primary"
          keys={evidenceNeeded ? undefined : 'enter'}
          data-autofocus={evidenceNeeded ? undefined : true}
          ref={evidenceNeeded ? undefined : focusNow}
          disabledReason={why}
          onClick={() => onSuggest(outcome, true, quote)}
        >
          Confirm
        </Button>
      </div>
    </>
  );
}

/** The last answer was a digit: Enter confirms what it led to. */
function focusNow(button: HTMLButtonElement | null): void {
  button?.focus();
}
