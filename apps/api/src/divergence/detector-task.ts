import type { Ladder } from '@plumbline/shared/divergence/pair/ladder';
import type { PairOutput } from '@plumbline/shared/divergence/pair/pair-output';
import type { PairSetting } from '@plumbline/shared/divergence/pair/pair-setting';
import type { Settling } from '@plumbline/shared/divergence/pair/what-would-settle';
import type { RunCheck } from '@plumbline/shared/divergence/run/run-check';
import type { RunInput } from '@plumbline/shared/divergence/run/run-input';

/** A half whose best place is inside a band: the detector sees how far outside it lies. */
export interface Band {
  low: number;
  high: number;
}

/** Values in the order of time, as JSON text: `{"t": ms since 1970, "v": value, "n": size or null}` in columns. */
export type ColumnsText = string;

/** Let a state (null: none yet) see what is new. Times are days since 1970. */
export interface CatchUpTask {
  kind: 'catch_up';
  setting: PairSetting;
  bands: { proxy: Band | null; intent: Band | null };
  state: Uint8Array | null;
  proxy: ColumnsText;
  intent: ColumnsText;
  /** When the owner said that a definition changed, ascending. */
  changedAt: number[];
  now: number;
}

export interface CaughtUp {
  state: Uint8Array;
  outputs: PairOutput[];
  /** States to go back to when a value comes late; `beforeDay` is the first day each has not seen. */
  snapshots: { beforeDay: number; state: Uint8Array }[];
  standing: Ladder;
  settle: Settling | null;
  /** Days since 1970: when the first observation after which alarms are possible lies; null while learning. */
  monitoredFrom: number | null;
}

export interface CheckRunTask {
  kind: 'check_run';
  input: RunInput;
}

export type DetectorTask = CatchUpTask | CheckRunTask;
export type AnswerOf<T extends DetectorTask> = T extends CatchUpTask ? CaughtUp : RunCheck;
