import type { NewObservation } from '@plumbline/shared/contract/observation';
import type { SignalEvent } from '../signals/signal-event.js';
import type { OfferedSeries } from './series/offered-series.js';

/** What a delivery says, in our words: the answer of every translator. */
export interface Translated {
  signals: SignalEvent[];
  points: NewObservation[];
  /** Lines of numbers that the rules of the source turn into values. */
  series?: OfferedSeries[];
  /** Parts that could not be read, a sentence each; the rest is taken all the same. */
  left: string[];
}

/** What a tool sent, unpacked. */
export interface Unpacked {
  body: Buffer;
  /** Lower case, with its parameters; '' when none was sent. */
  contentType: string;
}
