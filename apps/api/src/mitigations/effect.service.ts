import { Injectable } from '@nestjs/common';
import type { MetricEffect, MitigationEffect } from '@plumbline/shared/contract/mitigation-effect';
import { changeOfMean, fewestValues } from '@plumbline/shared/mitigation/change-of-mean';
import { effectSentence, verdictOf } from '@plumbline/shared/mitigation/effect-sentence';
import { HeldOut } from '../metrics/held-out.js';
import { PairsService } from '../metrics/pairs.service.js';
import { Clock } from '../platform/clock.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { EffectQueries, type MetricDays } from './effect.queries.js';
import { MitigationsService } from './mitigations.service.js';

const dayMs = 86_400_000;
/** So far on either side: what lies further off has other reasons. */
const reachMs = 90 * dayMs;

/** Measures mitigations: the pair before against after, and what else of its objective moved. */
@Injectable()
export class EffectService {
  constructor(
    private readonly mitigations: MitigationsService,
    private readonly pairs: PairsService,
    private readonly queries: EffectQueries,
    private readonly heldOut: HeldOut,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 for a key without sight of a held-out half, 404 */
  async measure(caller: MemberCaller, id: string): Promise<MitigationEffect> {
    const { pairId, activeAt } = await this.mitigations.find(caller, id);
    if (pairId === null) return nothing('no_pair', 'Name the pair on which it should be measured.', activeAt);
    if (activeAt === null) return nothing('not_active', 'It is measured from when it becomes active.', null);
    const pair = await this.pairs.find(caller, pairId);
    if (pair.axis !== 'time')
      return nothing('not_over_time', 'Only pairs over time are measured before against after.', activeAt);
    await this.heldOut.read(caller, [pair.proxy, pair.intent]);
    const active = new Date(activeAt);
    const onset = await this.queries.onsetBefore(caller.workspaceId, pairId, active);
    const from = new Date(Math.max(active.getTime() - reachMs, onset?.getTime() ?? 0));
    const to = new Date(Math.min(active.getTime() + reachMs, this.clock.now().getTime()));
    const days = await this.queries.days(caller.workspaceId, pairId, { from, active, to });
    const seen = caller.scopes === null || caller.scopes.includes('observations:read-held-out');
    const told = days.filter(({ heldOut, half }) => seen || half !== null || !heldOut);
    await this.heldOut.read(caller, told.map(asMetric));
    return {
      ...summaryOf(told),
      beforeFrom: from.toISOString().slice(0, 10),
      activeAt,
      afterTo: to.toISOString().slice(0, 10),
      metrics: told.map(effectOf),
    };
  }
}

const asMetric = ({ metricId: id, key, name, heldOut }: MetricDays) => ({ id, key, name, heldOut });

function nothing(
  state: MitigationEffect['state'],
  sentence: string,
  activeAt: string | null,
): MitigationEffect {
  return { state, sentence, beforeFrom: null, activeAt, afterTo: null, metrics: [] };
}

/** What is said first: what became of the intent. */
function summaryOf(days: readonly MetricDays[]): Pick<MitigationEffect, 'state' | 'sentence'> {
  const intent = days.find(({ half }) => half === 'intent');
  const measured = intent ? changeOfMean(intent.before, intent.after) : null;
  if (intent && measured) return { state: 'measured', sentence: effectSentence(intent, measured) };
  const [before, after] = [intent?.before.length ?? 0, intent?.after.length ?? 0];
  const counted = `${intent?.name ?? 'The intent'} has values on ${before} days before it and on ${after} after it`;
  const enough = before >= fewestValues && after >= fewestValues;
  const why = enough
    ? 'they follow one another so closely that they say too little yet'
    : `${fewestValues} on either side are the fewest that say something`;
  return { state: 'too_early', sentence: `Too early to say: ${counted}; ${why}.` };
}

function effectOf(days: MetricDays): MetricEffect {
  const { metricId, key, name, role, unit, scale, direction, half, before, after } = days;
  const measured = changeOfMean(before, after);
  return {
    metricId,
    key,
    name,
    role,
    unit,
    scale,
    direction,
    half,
    valuesBefore: before.length,
    valuesAfter: after.length,
    measured,
    verdict: verdictOf(days, measured),
  };
}
