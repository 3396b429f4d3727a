import { modeSigns, readModeSigns } from '@plumbline/shared/divergence/pair/mode-signs';
import { seeIntent } from '@plumbline/shared/divergence/pair/see-intent';
import { seeProxy } from '@plumbline/shared/divergence/pair/see-proxy';
import { watchPair } from '@plumbline/shared/divergence/pair/watch-pair';
import { divergedFamilies, syntheticPair } from './synthetic-pair.mjs';

/** The signs of every divergence that was alarmed on, at the alarm and as often as its mode is said again. */
export function modeSamples(seed, per, { wideToo = true, rate = 0.3 } = {}) {
  const samples = [];
  for (const family of Object.keys(divergedFamilies)) {
    for (const wide of wideToo ? [false, true] : [false]) {
      for (let k = 0; k < per; k++) {
        const pair = syntheticPair(family, `${seed}${k}`, wide);
        if (pair.mode !== 'gao') samples.push(...samplesOf(pair, rate));
      }
    }
  }
  return samples;
}

function samplesOf(pair, rate) {
  const state = watchPair({ ...pair.setting, falseAlarmsPerYear: rate });
  const samples = [];
  for (const point of pair.observations) {
    if (point.series === 'proxy') {
      seeProxy(state, point);
      continue;
    }
    for (const said of seeIntent(state, point)) {
      if (said.type === 'estimate') continue;
      if (said.type === 'alarm' && (said.t < pair.onset || samples.length > 0)) return samples;
      if (said.type === 'mode' && samples.length === 0) continue;
      const signs = readModeSigns(state, said.t, state.alarm.onset);
      samples.push({
        mode: pair.mode,
        stage: samples.length,
        signs: modeSigns.map((name) => signs[name]),
        said,
      });
    }
  }
  return samples;
}
