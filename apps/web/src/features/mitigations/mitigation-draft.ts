import type { Mitigation, MitigationEdit } from './mitigation-queries.js';

/** The edit form as text and choices, before it is read. */
export interface Draft {
  title: string;
  action: string;
  stage: Mitigation['stage'];
  ownerId: string | null;
  dueOn: string;
  cost: Mitigation['cost'];
  robustness: Mitigation['robustness'];
  failureMode: Mitigation['failureMode'];
  pairId: string | null;
  value: string;
  low: string;
  high: string;
  unit: string;
  measuredOn: string;
}

const words = (value: number | null | undefined): string => String(value ?? '');

export function draftOf(mitigation: Mitigation): Draft {
  const { effect, title, action, stage, cost, robustness, failureMode, pairId } = mitigation;
  return {
    title,
    action,
    stage,
    cost,
    robustness,
    failureMode,
    pairId,
    dueOn: mitigation.dueOn ?? '',
    ownerId: mitigation.owner?.id ?? null,
    value: words(effect?.value),
    low: words(effect?.low),
    high: words(effect?.high),
    unit: effect?.unit ?? '',
    measuredOn: effect?.measuredOn ?? '',
  };
}

const numberOf = (text: string): number | null =>
  text.trim() === '' ? null : Number(text.trim().replace('−', '-'));

/** What is wrong with the measured effect, as a sentence; null when it is whole, or empty. */
export function effectComplaint({ value, low, high }: Draft): string | null {
  const all = [value, low, high].map(numberOf);
  if (all.some((one) => one !== null && !Number.isFinite(one))) return 'Write numbers such as 2.3.';
  const [middle, lower, upper] = all as [number | null, number | null, number | null];
  if (middle === null && lower === null && upper === null) return null;
  if (middle === null || lower === null || upper === null)
    return 'Give the effect with both ends of its interval, or leave all three empty.';
  return lower <= middle && middle <= upper ? null : 'The effect must lie between the ends of its interval.';
}

/** The fields of a draft that differ from the record; the draft has been checked. */
export function changesOf(draft: Draft, mitigation: Mitigation): MitigationEdit {
  const before = draftOf(mitigation);
  const changed = (field: keyof Draft): boolean => draft[field] !== before[field];
  const edit: MitigationEdit = {};
  if (changed('title')) edit.title = draft.title.trim();
  if (changed('action')) edit.action = draft.action;
  if (changed('stage')) edit.stage = draft.stage;
  if (changed('ownerId')) edit.ownerId = draft.ownerId;
  if (changed('dueOn')) edit.dueOn = draft.dueOn || null;
  if (changed('cost')) edit.cost = draft.cost;
  if (changed('robustness')) edit.robustness = draft.robustness;
  if (changed('failureMode')) edit.failureMode = draft.failureMode;
  if (changed('pairId')) edit.pairId = draft.pairId;
  if ((['value', 'low', 'high', 'unit', 'measuredOn'] as const).some(changed)) edit.effect = effectOf(draft);
  return edit;
}

function effectOf({ value, low, high, unit, measuredOn }: Draft): MitigationEdit['effect'] {
  const estimate = numberOf(value);
  if (estimate === null) return null;
  return {
    value: estimate,
    low: numberOf(low)!,
    high: numberOf(high)!,
    unit,
    measuredOn: measuredOn || null,
  };
}
