/** Which way a series is better, and what its numbers are. */
export interface SeriesKind {
  direction: 'higher' | 'lower';
  /** A proportion lies in 0..1 and is worked on as logits; scores and unbounded numbers as they are. */
  scale: 'proportion' | 'score' | 'unbounded';
}

export type RunAxis = 'step' | 'time' | 'kl';

/** One row of a run: where it stands on the axis, the proxy there, and the intent where it was evaluated. */
export interface RunRow {
  x: number;
  p: number | null;
  i: number | null;
  /** Independent items behind the intent's number (prompts, not samples); null when nobody said. */
  n: number | null;
}

export interface RunInput {
  axis: RunAxis;
  proxy: SeriesKind;
  intent: SeriesKind;
  rows: readonly RunRow[];
  /** A run that is still going on is looked at after every evaluation, so it needs more to speak. */
  live?: boolean;
}
