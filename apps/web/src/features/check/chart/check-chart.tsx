import { lazy, type KeyboardEvent, Suspense, useState } from 'react';
import { numberWords } from '../../../ui/chart/number-words.js';
import { IntentWord, ProxyWord } from '../../../ui/words.js';
import { bareInWords, placeInWords } from '../words/place-in-words.js';
import type { CheckModel, Reading } from './check-model.js';
import styles from './check-chart.module.css';
import { readingSentence, readingWords } from './reading-words.js';

const RunPlot = lazy(() => import('./run-plot.js'));

interface Props {
  model: CheckModel;
  height: number;
}

/** Read-out, plot and what is to be known of its axes. Arrows move the crosshair, with Shift by ten; Home and End go to the ends. */
export function CheckChart({ model, height }: Props) {
  const [at, setAt] = useState<number | null>(null);
  const last = model.readings.length - 1;
  const shown = model.readings[Math.min(at ?? last, last)];
  const move = (event: KeyboardEvent): void => {
    const here = Math.min(at ?? last, last);
    const step = event.shiftKey ? 10 : 1;
    const next = { ArrowLeft: here - step, ArrowRight: here + step, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setAt(Math.max(0, Math.min(last, next)));
  };
  return (
    <>
      {shown && <ReadOut model={model} reading={shown} />}
      <div
        className={styles.focusable}
        role="slider"
        tabIndex={0}
        aria-label={`${model.proxy.name} and ${model.intent.name} along the run`}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, last)}
        aria-valuenow={Math.max(0, Math.min(at ?? last, last))}
        aria-valuetext={shown ? readingSentence(model, shown) : 'No values'}
        onKeyDown={move}
      >
        <Suspense fallback={<div className={styles.plot} style={{ height }} />}>
          <RunPlot model={model} height={height} at={at} onAt={setAt} />
        </Suspense>
      </div>
      <div className={styles.captions}>
        <span>{{ step: 'optimisation step', time: 'time, UTC', kl: 'KL from the start' }[model.axis]}</span>
        <span>{tiedWords(model)}</span>
      </div>
    </>
  );
}

/** What stands under the crosshair, above the chart, so that nothing floats over the data. */
function ReadOut({ model, reading }: { model: CheckModel; reading: Reading }) {
  const { place, proxy, intent, more } = readingWords(model, reading);
  return (
    <div className={styles.readout} aria-hidden="true">
      <strong>{place}</strong>
      <span>
        <ProxyWord>proxy</ProxyWord> <span className={styles.value}>{proxy}</span>
      </span>
      <span>
        <IntentWord>intent</IntentWord> <span className={styles.value}>{intent}</span>
      </span>
      <span className={styles.quiet}>{more}</span>
    </div>
  );
}

function tiedWords({ axis, tied, readings, density }: CheckModel): string {
  const places = tied && `${placeInWords(axis, tied.from)} to ${bareInWords(axis, tied.to)}`;
  const where = places
    ? `the run's own start, ${places}`
    : `the whole run, ${numberWords(readings.length, 0)} rows`;
  return `axes tied at ${where}${density.length > 0 ? '; shaded under the axis: where it may have begun' : ''}`;
}
