import type { PairState } from './pair-state.js';
import { fewestAudits } from './reference-period.js';

export type PairStanding = 'learning' | 'quiet' | 'diverged' | 'overdue' | 'no_data';

export interface Ladder {
  standing: PairStanding;
  audits: number;
  auditsNeeded: number;
  /** When alarms become possible at the usual pace of audits; null once they are, or with nothing to reckon from. */
  alarmsFrom: number | null;
  sentence: string;
}

/** Where the pair stands at `now` (days; the last observation when left out). Silence is never quiet. */
export function ladder(state: PairState, now: number = state.lastAt): Ladder {
  const { audits, reference } = state;
  const needed = reference ? reference.audits : fewestAudits;
  const facts = {
    audits: audits.seen,
    auditsNeeded: needed,
    alarmsFrom: reference ? null : alarmsFrom(state),
  };
  if (audits.seen === 0 || state.days.points === 0) {
    const missing = audits.seen === 0 ? 'audit of the intent' : 'value of the proxy';
    return { standing: 'no_data', ...facts, sentence: `No ${missing} was seen yet.` };
  }
  const silent = Math.max(28, 4 * audits.spacing);
  if (now - audits.lastAt > silent && now - state.lastProxyAt > silent) {
    const days = Math.floor(now - state.lastAt);
    return { standing: 'no_data', ...facts, sentence: `Nothing was seen for ${days} days.` };
  }
  const late = now - audits.lastAt - Math.max(1.5 * audits.spacing, audits.spacing + 2);
  if (late > 0) {
    const days = Math.ceil(now - audits.lastAt - audits.spacing);
    return { standing: 'overdue', ...facts, sentence: `An audit is ${days} days late.` };
  }
  if (!reference) {
    const count = `${Math.min(audits.seen, needed)} of ${needed} audits`;
    return { standing: 'learning', ...facts, sentence: `Learning: ${count}. History can be imported.` };
  }
  if (state.alarm && state.last.pDiverged >= 0.5) {
    return { standing: 'diverged', ...facts, sentence: 'Proxy and intent came apart.' };
  }
  return { standing: 'quiet', ...facts, sentence: 'Proxy and intent go together.' };
}

function alarmsFrom(state: PairState): number | null {
  if (state.firstAt === Infinity) return null;
  const missing = Math.max(0, fewestAudits + 1 - state.audits.seen);
  const byAudits =
    (Number.isFinite(state.audits.lastAt) ? state.audits.lastAt : state.lastAt) +
    missing * state.audits.spacing;
  return Math.max(state.firstAt + state.setting.referenceDays, byAudits);
}
