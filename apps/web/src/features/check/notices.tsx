import { Button } from '../../ui/button.js';
import { IntentWord, ProxyWord } from '../../ui/words.js';
import type { CheckedRun } from './checked-run.js';
import styles from './notices.module.css';
import type { SaidColumns } from './table/read-columns.js';
import type { Understood } from './understand.js';

interface Props {
  understood: Understood;
  checked: CheckedRun | null;
  onSaid: (said: SaidColumns) => void;
  said: SaidColumns;
}

/** What was supposed: asked where it matters, said otherwise. */
export function Notices({ understood, checked, said, onSaid }: Props) {
  const { ask, choice, table, averagedTo } = understood;
  const nameOf = (half: 'proxy' | 'intent') => table.names[choice.roles.indexOf(half)]!;
  const sentences = [
    ...(checked?.check.warnings.map(({ sentence }) => sentence) ?? []),
    ...(averagedTo === null
      ? []
      : [`Neighbouring evaluations were averaged into ${averagedTo}: that many are checked at once.`]),
    ...(choice.roles.includes('axis') ? [] : ['Without a column for the axis the row number is the step.']),
  ];
  if (ask.length === 0 && sentences.length === 0) return null;
  return (
    <div className={styles.notices}>
      {ask.map((half) => (
        <div key={half} className={styles.question}>
          <p>
            The numbers of{' '}
            {half === 'proxy' ? (
              <ProxyWord>{nameOf(half)}</ProxyWord>
            ) : (
              <IntentWord>{nameOf(half)}</IntentWord>
            )}{' '}
            were read as percentages. Are they?
          </p>
          <Button onClick={() => onSaid({ ...said, [half]: { ...said[half], scale: 'percent' } })}>
            Yes, percentages
          </Button>
          <Button onClick={() => onSaid({ ...said, [half]: { ...said[half], scale: 'score' } })}>
            No, scores
          </Button>
        </div>
      ))}
      {sentences.length > 0 && (
        <ul className={styles.sentences}>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
