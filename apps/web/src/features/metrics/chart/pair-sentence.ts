import { dayWords, placeWords } from '../../../ui/chart/axis-words.js';
import { changeWords } from '../../../ui/chart/number-words.js';
import type { PairModel } from './pair-model.js';

/** What marks a chart beyond its two series; x in milliseconds since 1970, step or KL. */
export interface Marks {
  /** Since when the two came apart, with its 90 % set. */
  onset?: { at: number; from: number; to: number } | null;
  /** Panels below carry the plumb line on: no bob hangs here. */
  plumbGoesOn?: boolean;
  /** Audits at which a threshold was crossed: prompts to look, not verdicts. */
  alarms?: readonly { at: number }[];
  incidents?: readonly Bar[];
  mitigations?: readonly Bar[];
  releases?: readonly { at: number; label: string }[];
}

/** Something that lasted; an open end lasts still. */
export interface Bar {
  from: number;
  to: number | null;
  label: string;
  href?: string;
}

/** The chart in a sentence or two, for whoever does not see it. */
export function pairSentence(model: PairModel, { onset, alarms }: Marks = {}): string {
  const { readings, axis, proxy, intent } = model;
  if (readings.length === 0) return `There are no values of ${proxy.name} and ${intent.name} yet.`;
  const span = `From ${place(model, readings[0]!.x)} to ${place(model, readings.at(-1)!.x)}: `;
  const proxyMoved = moved(model, 'proxyMean', onset?.at);
  const intentMoved = moved(model, 'intent', onset?.at);
  const since = onset
    ? `Since ${place(model, onset.at)}`
    : model.referenceChosen
      ? 'Since the reference period'
      : 'Since its beginning';
  const parts = [
    proxyMoved ? `the proxy ${proxy.name} is ${proxyMoved}` : `the proxy ${proxy.name} has no values`,
    intentMoved ? `the intent ${intent.name} is ${intentMoved}` : `the intent ${intent.name} has no values`,
  ];
  const alarm = alarms?.at(-1);
  const audits = `${model.auditsZ.length} ${axis === 'time' ? 'audits' : 'measurements of the intent'}.`;
  return [
    `${span}${audits}`,
    `${since}, ${parts.join(', ')}.`,
    ...(alarm ? [`Alarm at ${placeWords(axis, alarm.at)}.`] : []),
  ].join(' ');
}

function place({ axis }: PairModel, x: number): string {
  return axis === 'time' ? dayWords(x) : placeWords(axis, x).toLowerCase();
}

/** From the reference mean, or from the onset, to the newest value. */
function moved(model: PairModel, half: 'proxyMean' | 'intent', onset?: number): string | null {
  const known = model.readings.filter((reading) => reading[half] !== null);
  const newest = known.at(-1)?.[half];
  if (newest === undefined || newest === null) return null;
  const measure = half === 'intent' ? model.intent : model.proxy;
  const reference = half === 'intent' ? model.intentTie.mean : model.proxyTie.mean;
  const start =
    onset === undefined ? reference : (known.findLast(({ x }) => x <= onset)?.[half] ?? reference);
  return changeWords(start, newest, measure);
}
