import { noAudits } from './audit-trail.js';
import { faultShapes } from './fault-shapes.js';
import { fullSetting, type PairSetting } from './pair-setting.js';
import type { PairState } from './pair-state.js';
import { noDays } from './proxy-days.js';
import { regressorCount } from './proxy-regressors.js';

/** Begins to watch a pair; nothing is known yet. */
export function watchPair(setting: PairSetting): PairState {
  return {
    setting: fullSetting(setting),
    firstAt: Infinity,
    lastAt: -Infinity,
    lastProxyAt: -Infinity,
    days: noDays(),
    audits: noAudits(regressorCount),
    rows: [],
    reference: null,
    filters: [],
    candidates: null,
    last: { score: -Infinity, pDiverged: 0, gap: 0, gapSd: 0, shapes: new Float64Array(faultShapes.length) },
    alarm: null,
  };
}
