import { clamp } from '../numeric/logistic.js';
import { alarmThreshold } from './alarm-threshold.js';
import { countAudit } from './audit-trail.js';
import { candidateCount, fact, factsOf, noCandidates, takePlace } from './candidate-bank.js';
import { gapInUnits } from './gap-in-units.js';
import { judgeMode } from './judge-mode.js';
import { learnRelation, levelWeights } from './learn-relation.js';
import { locateOnset } from './locate-onset.js';
import { onsetHazard } from './onset-hazard.js';
import type { IntentPoint, PairAlarm, PairEstimate, PairMode, PairOutput } from './pair-output.js';
import type { PairState } from './pair-state.js';
import { provisionalEstimate } from './provisional-estimate.js';
import { countTo, meanOfDays, sumTo } from './proxy-days.js';
import { lags, regressorsAt } from './proxy-regressors.js';
import { readEvidence, type Evidence } from './read-evidence.js';
import { endReference, fewestAudits, type ReferencePeriod } from './reference-period.js';
import { addRow, rowWidth } from './reference-rows.js';
import { passAudit, slot } from './relation-filter.js';
import { takeTime } from './take-time.js';
import { weighCandidates, type AuditPlace } from './weigh-candidates.js';
import { toWorking } from './working-scale.js';

/** Chance that a pair comes apart between two audits, for the probability that is shown. */
const onsetChance = 0.004;
/** Days after an alarm at which the mode is said again. */
const refreshDays = [28, 56];

/**
 * Takes one audit of the intent and answers what it says, in order: an estimate, then an alarm or a mode said again.
 * While learning there is none before the sixth audit. Throws a RangeError as seeProxy does.
 */
export function seeIntent(state: PairState, point: IntentPoint): PairOutput[] {
  takeTime(state, point);
  const size = point.n && point.n > 0 ? point.n : 0;
  const value = intentValue(state, point.v, size);
  const { audits } = state;
  if (state.days.points === 0) return [];
  if (!state.reference && isOver(state, point.t)) beginMonitoring(state, point.t);
  const weeks = Number.isFinite(audits.lastAt) ? (point.t - audits.lastAt) / 7 : 1;
  const before = audits.lastAt;
  countAudit(audits, point.t, value, size);
  if (!state.reference) {
    addRow(state.rows, state.days, audits.regressors, point.t, value, size);
    return provisionalEstimate(state, point.t);
  }
  return monitor(state, state.reference, { t: point.t, before, weeks, value, size });
}

function intentValue(state: PairState, v: number, size: number): number {
  const { intent } = state.setting;
  const proportion = intent.scale === 'proportion' && size > 0;
  return toWorking(proportion ? (clamp(v, 0, 1) * size + 0.5) / (size + 1) : v, intent);
}

function isOver(state: PairState, t: number): boolean {
  return t - state.firstAt >= state.setting.referenceDays && state.rows.length >= fewestAudits * rowWidth;
}

function beginMonitoring(state: PairState, t: number): void {
  state.reference = endReference(state.setting, state.days, state.rows, t);
  state.filters = learnRelation(state.reference, state.rows);
  state.candidates = noCandidates();
  state.rows = [];
  state.days.peakJump = 0;
}

interface Audit {
  t: number;
  before: number;
  weeks: number;
  value: number;
  size: number;
}

function monitor(state: PairState, reference: ReferencePeriod, audit: Audit): PairOutput[] {
  const { days, filters, audits } = state;
  const day = Math.floor(audit.t);
  regressorsAt(days, day, audits.regressors);
  addCandidate(state, audit, day);
  const z = (audit.value - reference.intentCentre) / reference.intentSpread;
  const noise = audit.size > 0 ? reference.size / audit.size : 1;
  const place = placeOf(audits.regressors, reference, audit.t, day);
  for (const filter of filters) {
    const lag = filter[slot.lag]!;
    passAudit(filter, audit.weeks, place.short[lag]!, place.slow[lag]!, z, noise);
  }
  levelWeights(filters);
  audits.level += 0.2 * (z - audits.level);
  audits.monitored++;
  weighCandidates(state.candidates!, filters, days, place);
  return speak(state, audit.t, readEvidence(state.candidates!, state.alarm?.at ?? -Infinity));
}

/** The regressors of each lag in reference SDs. */
function placeOf(raw: Float64Array, reference: ReferencePeriod, t: number, day: number): AuditPlace {
  const short = new Float64Array(lags.length);
  const slow = new Float64Array(lags.length);
  for (let l = 0; l < lags.length; l++) {
    short[l] = (raw[l]! - raw[lags.length + l]!) / reference.proxySpread;
    slow[l] = (raw[lags.length + l]! - reference.proxyCentre) / reference.proxySpread;
  }
  return { t, day, spread: reference.proxySpread, short, slow };
}

/** The onset may lie between the audit before and this one. Audits that follow closely share a candidate. */
function addCandidate(state: PairState, audit: Audit, day: number): void {
  const bank = state.candidates!;
  const { days, alarm } = state;
  const latest = bank.made > 0 ? newest(state) : -Infinity;
  if (audit.t - latest < 4) return;
  const from = Math.max(audit.before, latest === -Infinity ? audit.before : latest);
  const keep = alarm && state.last.pDiverged > 0.5 ? holding(state, alarm.onset) : -1;
  const place = factsOf(takePlace(bank, audit.t, keep));
  const last = Math.min(Math.floor(from) - 1, days.day);
  const before = meanOfDays(days, last - 21, last);
  bank.facts.set(
    [
      from,
      audit.t,
      (from + audit.t) / 2,
      last,
      sumTo(days, last),
      countTo(days, last),
      Number.isNaN(before) ? state.reference!.proxyCentre : before,
      onsetHazard(state, day),
    ],
    place,
  );
  days.peakJump = 0;
}

function newest(state: PairState): number {
  const bank = state.candidates!;
  let latest = -Infinity;
  for (let place = 0; place < candidateCount(bank); place++) {
    latest = Math.max(latest, bank.facts[factsOf(place) + fact.to]!);
  }
  return latest;
}

/** The candidate whose time holds the onset. */
function holding(state: PairState, onset: number): number {
  const bank = state.candidates!;
  for (let place = 0; place < candidateCount(bank); place++) {
    const facts = factsOf(place);
    if (bank.facts[facts + fact.from]! <= onset && onset <= bank.facts[facts + fact.to]!) return place;
  }
  return -1;
}

function speak(state: PairState, t: number, evidence: Evidence): PairOutput[] {
  const threshold = alarmThreshold(
    state.setting.falseAlarmsPerYear,
    365.25 / Math.max(1, state.audits.spacing),
    state.audits.seen,
  );
  const odds = onsetChance * Math.exp(Math.min(evidence.score, 700));
  const pDiverged = odds / (1 + odds);
  const { score, gap, gapSd, shapes } = evidence;
  state.last = { score, pDiverged, gap, gapSd, shapes };
  const outputs: PairOutput[] = [];
  const { alarm } = state;
  const due = evidence.fresh >= threshold && !(alarm && alarm.refreshed < refreshDays.length);
  const raised = due ? raise(state, t, evidence) : refreshed(state, t, evidence);
  const estimate: PairEstimate = {
    type: 'estimate',
    t,
    score: evidence.score,
    threshold,
    ...gapInUnits(state, evidence, pDiverged),
    pDiverged,
    provisional: false,
  };
  outputs.push(estimate);
  if (raised) outputs.push(raised);
  return outputs;
}

function raise(state: PairState, t: number, evidence: Evidence): PairAlarm {
  const located = locateOnset(state.candidates!, evidence.shares, state.days);
  const judged = judgeMode(state, t, located.onset, 0);
  state.alarm = {
    at: t,
    onset: located.onset,
    onsetLo: located.lo,
    onsetHi: located.hi,
    mode: judged.mode,
    modeProbability: judged.modeProbability,
    refreshed: 0,
  };
  return { type: 'alarm', t, onset: located.onset, onsetLo: located.lo, onsetHi: located.hi, ...judged };
}

function refreshed(state: PairState, t: number, evidence: Evidence): PairMode | null {
  const { alarm } = state;
  if (!alarm || alarm.refreshed >= refreshDays.length) return null;
  if (t < alarm.at + refreshDays[alarm.refreshed]!) return null;
  alarm.refreshed++;
  const located = locateOnset(state.candidates!, evidence.shares, state.days);
  alarm.onset = located.onset;
  alarm.onsetLo = located.lo;
  alarm.onsetHi = located.hi;
  const judged = judgeMode(state, t, alarm.onset, alarm.refreshed);
  alarm.mode = judged.mode;
  alarm.modeProbability = judged.modeProbability;
  return { type: 'mode', t, onset: alarm.onset, ...judged };
}
