import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useMemo, useState } from 'react';
import { Button } from '../../ui/button.js';
import { useCommands } from '../../ui/commands/command-registry.js';
import { CopyButton } from '../../ui/copy-button.js';
import { IntentWord, ProxyWord, Verdict } from '../../ui/words.js';
import { CheckChart } from './chart/check-chart.js';
import { checkModel } from './chart/check-model.js';
import { RunTable } from './chart/run-table.js';
import type { CheckedRun } from './checked-run.js';
import styles from './run-view.module.css';
import { plainWords, type Verdict as Said, verdictWords, type Words } from './words/verdict-words.js';

interface Props {
  checked: CheckedRun;
  /** What is to be known or answered before the verdict is believed. */
  notices: ReactNode;
  /** What can be done with it; the picture holds the chart's canvas unless the table stands in its place. */
  acts: (verdict: Said, picture: HTMLElement | null) => ReactNode;
}

/** What a run says: the sentence, its small print, and the picture or the same as a table. */
export function RunView({ checked, notices, acts }: Props) {
  const [picture, setPicture] = useState<HTMLElement | null>(null);
  const model = useMemo(() => checkModel(checked), [checked]);
  const verdict = useMemo(() => verdictWords(checked), [checked]);
  const [asTable, setAsTable] = useState(false);
  const phone = useMediaQuery('(max-width: 719px)');
  const turn = (): void => setAsTable(!asTable);
  useCommands([
    {
      id: 'check.table',
      label: asTable ? 'Show the chart' : 'Show the table',
      group: 'Quick check',
      keys: 't',
      run: turn,
    },
  ]);
  return (
    <div className={styles.view}>
      <Spoken verdict={verdict} />
      {notices}
      <figure ref={setPicture} className={styles.picture} aria-label={plainWords(verdict)}>
        {asTable ? <RunTable model={model} /> : <CheckChart model={model} height={phone ? 300 : 360} />}
      </figure>
      <div className={styles.tools}>
        <CopyButton variant="bare" text={plainWords(verdict)}>
          Copy sentence
        </CopyButton>
        <Button variant="bare" keys="t" aria-pressed={asTable} onClick={turn}>
          {asTable ? 'Chart' : 'Table'}
        </Button>
      </div>
      {acts(verdict, picture)}
    </div>
  );
}

/** The verdict; a new one is announced. */
function Spoken({ verdict: { headline, detail } }: { verdict: Said }) {
  return (
    <div role="status">
      <Verdict size="large">
        {headline.map((words, at) => (
          <Dressed key={at} {...words} />
        ))}
      </Verdict>
      <p className={styles.detail}>{detail.join(' ')}</p>
    </div>
  );
}

function Dressed({ text, as }: Words) {
  if (as === 'proxy') return <ProxyWord>{text}</ProxyWord>;
  if (as === 'intent') return <IntentWord>{text}</IntentWord>;
  return as === 'strong' ? <strong>{text}</strong> : text;
}
