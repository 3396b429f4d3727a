import type { SeriesKind } from '../run/run-input.js';

/** What the owner of a pair decides. */
export interface PairSetting {
  proxy: SeriesKind;
  intent: SeriesKind;
  /** Days from the first observation that say how the two go together while all is well; 84 is the short one. */
  referenceDays?: number;
  /** How many false alarms the owner accepts for this pair in a year of audits. */
  falseAlarmsPerYear?: number;
}

export type FullPairSetting = Required<PairSetting>;

/** The setting with what was left out: 180 days, .2 false alarms a year. */
export function fullSetting(setting: PairSetting): FullPairSetting {
  return {
    proxy: { direction: setting.proxy.direction, scale: setting.proxy.scale },
    intent: { direction: setting.intent.direction, scale: setting.intent.scale },
    referenceDays: Math.max(1, setting.referenceDays ?? 180),
    falseAlarmsPerYear: Math.max(0.001, setting.falseAlarmsPerYear ?? 0.2),
  };
}
