import { seeIntent } from '@plumbline/shared/divergence/pair/see-intent';
import { seeProxy } from '@plumbline/shared/divergence/pair/see-proxy';
import { watchPair } from '@plumbline/shared/divergence/pair/watch-pair';
import { toWorking } from '@plumbline/shared/divergence/pair/working-scale';

/** No alarm is ever raised at this rate, so that the score is that of the whole window. */
const silent = 1e-300;

/**
 * One pair as the detector sees it: the scores without any alarm (for thresholds that are found afterwards), and alarms,
 * modes and gaps as shipped.
 */
export function watchSynthetic(pair, { referenceDays = 180, rate = 0.2 } = {}) {
  const setting = { ...pair.setting, referenceDays };
  const scores = [];
  const quiet = watchPair(setting);
  quiet.setting.falseAlarmsPerYear = silent;
  for (const one of watched(quiet, pair.observations)) {
    if (one.type === 'estimate' && !one.provisional)
      scores.push({ t: one.t, score: one.score, p: one.pDiverged });
  }
  const state = watchPair({ ...setting, falseAlarmsPerYear: rate });
  const alarms = [];
  const modes = [];
  const gaps = [];
  for (const one of watched(state, pair.observations)) {
    if (one.type === 'alarm') alarms.push(one);
    if (one.type === 'mode') modes.push(one);
    if (one.type === 'estimate' && alarms.length > 0)
      gaps.push({ ...one, spread: state.reference.intentSpread });
  }
  return { scores, alarms, modes, gaps };
}

function* watched(state, observations) {
  for (const point of observations) {
    if (point.series === 'proxy') seeProxy(state, point);
    else yield* seeIntent(state, point);
  }
}

/** Whether the true gap lies in the interval of an estimate, and how far the estimate is off in reference SDs. */
export function gapError(pair, estimate) {
  const day = Math.floor(estimate.t);
  const { intent } = pair.setting;
  const true_ = Math.abs(pair.truth(day, pair.gap[day]) - pair.truth(day, 0));
  const signed = pair.gap[day] >= 0 ? true_ : -true_;
  const slope =
    Math.abs(toWorking(pair.truth(day, 0) + 1e-4, intent) - toWorking(pair.truth(day, 0), intent)) / 1e-4;
  return {
    inside: estimate.lo <= signed && signed <= estimate.hi,
    off: ((estimate.gap - signed) * slope) / estimate.spread,
  };
}
