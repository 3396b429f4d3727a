import type { ReactNode } from 'react';
import { IntentWord, ProxyWord } from '../../../ui/words.js';
import { placeWords } from '../../../ui/chart/axis-words.js';
import { numberWords, usualDigits, valueWords } from '../../../ui/chart/number-words.js';
import type { PairModel, Reading } from './pair-model.js';
import styles from './pair-chart.module.css';

interface Props {
  model: PairModel;
  reading: Reading | null;
  /** What others know of that place. */
  more?: ReactNode;
}

/** What stands under the crosshair, above the chart, so that nothing floats over the data. */
export function ReadOut({ model, reading, more }: Props) {
  const shown = reading ?? model.readings.at(-1);
  if (!shown) return null;
  return (
    <div className={styles.readout}>
      <strong>{placeWords(model.axis, shown.x)}</strong>
      <span>
        <ProxyWord>proxy</ProxyWord> <span className={styles.value}>{proxyWords(model, shown)}</span>
      </span>
      <span>
        <IntentWord>intent</IntentWord> <span className={styles.value}>{levelWords(model, shown)}</span>{' '}
        <span className={styles.quiet}>{auditWords(model, shown)}</span>
      </span>
      {more}
      <span className={styles.tied}>
        {model.reference ? 'both axes tied at the reference mean and SD' : 'both axes tied at mean and SD'}
      </span>
    </div>
  );
}

function proxyWords({ proxy }: PairModel, { proxyMean }: Reading): string {
  return proxyMean === null ? 'no value' : valueWords(proxyMean, proxy);
}

function levelWords({ intent }: PairModel, { intent: level }: Reading): string {
  return level === null ? 'not measured' : valueWords(level, intent);
}

function auditWords({ intent }: PairModel, { low, high, n }: Reading): string {
  const share = intent.scale === 'proportion' ? 100 : 1;
  const digits = low === null ? 0 : Math.min(usualDigits(low * share), share === 100 ? 1 : 3);
  const interval =
    low === null || high === null
      ? ''
      : `${numberWords(low * share, digits)} to ${numberWords(high * share, digits)}`;
  return [interval, n === null ? '' : `n ${numberWords(n, 0)}`].filter(Boolean).join(', ');
}

/** The same for a screen reader, as the value of the slider. */
export function readingSentence(model: PairModel, reading: Reading): string {
  const audit = auditWords(model, reading);
  return `${placeWords(model.axis, reading.x)}: proxy ${proxyWords(model, reading)}, intent ${levelWords(
    model,
    reading,
  )}${audit ? `, ${audit}` : ''}`;
}
