import { lazy, type KeyboardEvent, type ReactNode, Suspense, useId, useMemo, useState } from 'react';
import { Button } from '../../ui/button.js';
import { unitOf } from '../../ui/chart/number-words.js';
import { type PairInput, type PairModel, pairModel } from './chart/pair-model.js';
import { type Marks, pairSentence } from './chart/pair-sentence.js';
import styles from './chart/pair-chart.module.css';
import { ReadOut, readingSentence } from './chart/read-out.js';
import { ReadingsTable } from './chart/readings-table.js';

const PairPlot = lazy(() => import('./chart/pair-plot.js'));
const noMarks: Marks = {};

interface Props extends PairInput {
  /** Onset, alarms, incidents, mitigations and releases. Keep the object between renders. */
  marks?: Marks;
  /** Audits so far and needed, while the pair learns. */
  learning?: { audits: number; needed: number } | null;
  /** Of the drawn part, in px. */
  height?: number;
  /** A stretch was brushed: from and to in units of the axis. */
  onSelect?: (from: number, to: number) => void;
  /** The crosshair moved to a place on the axis; null when it left. */
  onAt?: (x: number | null) => void;
  /** More that stands at the crosshair, in the read-out. */
  readings?: ReactNode;
  /** Shown as a table; a chart turns itself when this is left out. */
  asTable?: boolean;
}

/** A proxy and its intent over time, step or KL: drawn, in a sentence, and as a table. */
export function PairChart({
  marks = noMarks,
  learning,
  height = 340,
  onSelect,
  onAt,
  readings,
  asTable: turned,
  ...input
}: Props) {
  const { series, proxy, intent, referenceFromOn, referenceToOn, intentLevel } = input;
  const model = useMemo(
    () => pairModel({ series, proxy, intent, referenceFromOn, referenceToOn, intentLevel }),
    [series, proxy, intent, referenceFromOn, referenceToOn, intentLevel],
  );
  const [turnedHere, setAsTable] = useState(false);
  const asTable = turned ?? turnedHere;
  const sentenceId = useId();
  return (
    <figure className={styles.figure} aria-labelledby={sentenceId}>
      {asTable ? (
        <ReadingsTable model={model} />
      ) : (
        <Drawn
          model={model}
          marks={marks}
          height={height}
          onSelect={onSelect}
          onAt={onAt}
          readings={readings}
        />
      )}
      <div className={styles.tools}>
        <figcaption className={marks.plumbGoesOn ? 'visually-hidden' : styles.caption}>
          <span id={sentenceId}>{pairSentence(model, marks)}</span>
          {learning && learning.audits < learning.needed && (
            <>
              {' '}
              Learning: {learning.audits} of {learning.needed} audits.
            </>
          )}
        </figcaption>
        {turned === undefined && (
          <Button variant="bare" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? 'Chart' : 'Table'}
          </Button>
        )}
      </div>
    </figure>
  );
}

interface DrawnProps {
  model: PairModel;
  marks: Marks;
  height: number;
  onSelect?: (from: number, to: number) => void;
  onAt?: (x: number | null) => void;
  readings?: ReactNode;
}

/** Read-out, units, plot. The arrows move the crosshair, with Shift by ten; Home and End go to the ends. */
function Drawn({ model, marks, height, onSelect, onAt, readings }: DrawnProps) {
  const [at, setAt] = useState<number | null>(null);
  const stand = (index: number | null): void => {
    setAt(index);
    onAt?.(index === null ? null : (model.readings[index]?.x ?? null));
  };
  const last = model.readings.length - 1;
  const reading = at === null ? null : (model.readings[Math.min(at, last)] ?? null);
  const move = (event: KeyboardEvent): void => {
    const here = at ?? last;
    const step = event.shiftKey ? 10 : 1;
    const next = { ArrowLeft: here - step, ArrowRight: here + step, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    stand(Math.max(0, Math.min(last, next)));
  };
  const spoken = reading ?? model.readings.at(-1);
  return (
    <>
      <ReadOut model={model} reading={reading} more={readings} />
      <div className={styles.units} aria-hidden="true">
        <span>{headOf(model.proxy)}</span>
        <span>{headOf(model.intent)}</span>
      </div>
      <div
        className={styles.focusable}
        role="slider"
        tabIndex={0}
        aria-label={`Values of ${model.proxy.name} and ${model.intent.name}`}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, last)}
        aria-valuenow={Math.max(0, at ?? last)}
        aria-valuetext={spoken ? readingSentence(model, spoken) : 'No values'}
        onKeyDown={move}
      >
        <Suspense fallback={<div className={styles.plot} style={{ height }} />}>
          <PairPlot model={model} marks={marks} height={height} at={at} onAt={stand} onSelect={onSelect} />
        </Suspense>
      </div>
    </>
  );
}

function headOf(measure: PairInput['proxy']): string {
  const unit = unitOf(measure);
  return unit ? `${measure.name}, ${unit}` : measure.name;
}
