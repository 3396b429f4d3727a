import type { IntentPoint, PairOutput, ProxyPoint } from './pair-output.js';
import type { PairSetting } from './pair-setting.js';
import type { PairState } from './pair-state.js';
import { seeIntent } from './see-intent.js';
import { seeProxy } from './see-proxy.js';
import { watchPair } from './watch-pair.js';

export type PairObservation = ({ series: 'proxy' } & ProxyPoint) | ({ series: 'intent' } & IntentPoint);

/** A whole history in any order: what would have been said as it came in. */
export function replayPair(setting: PairSetting, observations: readonly PairObservation[]): PairOutput[] {
  return seeAll(watchPair(setting), observations);
}

/** Sorts observations that are newer than what the state has seen and lets it see them. */
export function seeAll(state: PairState, observations: readonly PairObservation[]): PairOutput[] {
  const outputs: PairOutput[] = [];
  for (const one of inOrder(observations)) {
    if (one.series === 'proxy') seeProxy(state, one);
    else outputs.push(...seeIntent(state, one));
  }
  return outputs;
}

/** By time; at one time the proxy comes first, then the smaller value. */
export function inOrder(observations: readonly PairObservation[]): PairObservation[] {
  return [...observations].sort(
    (one, other) =>
      one.t - other.t || (one.series === other.series ? one.v - other.v : one.series === 'proxy' ? -1 : 1),
  );
}
