import { readInstant } from '@plumbline/shared/contract/read-instant';
import { evaluationContext } from '@plumbline/shared/taxonomy/values/system';

/** A point as it will be stored, before its metric is known. */
export interface Point {
  metric: string;
  /** ISO 8601 in UTC; null where only the step is known. */
  ts: string | null;
  step: number | null;
  kl: number | null;
  value: number;
  /** What the sender counts in; '' when it does not say. */
  unit: string;
  n: number | null;
  environment: string;
  segment: string;
  version: string | null;
  run: string | null;
  context: string;
  beingEvaluated: '' | 'yes' | 'no';
  externalId: string | null;
}

/** Senders' clocks run a little ahead. */
const aheadMs = 5 * 60_000;
const mostItems = 2_147_483_647;

/**
 * Reads one point of a request.
 * @param now milliseconds since 1970
 * @returns the point, or a sentence that says what is wrong with it
 */
export function readPoint(raw: unknown, now: number): Point | string {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return 'A point is an object with "metric", "at" and "value".';
  }
  const given = raw as Record<string, unknown>;
  return (
    wrongNumbers(given) ??
    wrongTime(given, now) ??
    wrongWords(given) ?? {
      metric: given.metric as string,
      ts: given.at == null ? null : readInstant(given.at as string),
      step: (given.step as number | null | undefined) ?? null,
      kl: (given.kl as number | null | undefined) ?? null,
      value: given.value as number,
      unit: textOf(given.unit) ?? '',
      n: (given.n as number | null | undefined) ?? null,
      environment: textOf(given.environment) ?? '',
      segment: textOf(given.segment) ?? '',
      version: textOf(given.version) || null,
      run: textOf(given.run) || null,
      context: textOf(given.context) ?? '',
      beingEvaluated: given.beingEvaluated == null ? '' : given.beingEvaluated ? 'yes' : 'no',
      externalId: textOf(given.externalId) || null,
    }
  );
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value.trim() : null;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `"${value.slice(0, 40)}"` : String(value);
}

function wrongNumbers({ value, n, kl, step }: Record<string, unknown>): string | null {
  if (value === undefined || value === null) return 'The value is missing.';
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return `The value must be a finite number, not ${shown(value)}.`;
  }
  if (n != null && !(Number.isInteger(n) && (n as number) >= 1 && (n as number) <= mostItems)) {
    return '"n" must be a whole number from 1 on: how many items the value is taken over.';
  }
  if (kl != null && !(typeof kl === 'number' && Number.isFinite(kl))) return '"kl" must be a finite number.';
  if (step != null && !(Number.isSafeInteger(step) && (step as number) >= 0)) {
    return '"step" must be a whole number from 0 on.';
  }
  return null;
}

function wrongTime({ at, step, run }: Record<string, unknown>, now: number): string | null {
  if (step != null && (typeof run !== 'string' || run.trim() === '')) {
    return 'A point with a step needs its "run": steps are counted within one run.';
  }
  if (at == null) return step == null ? 'Say when it was measured: "at" is missing.' : null;
  const instant = typeof at === 'string' ? readInstant(at) : null;
  if (instant === null) return 'Write the time such as 2026-11-19T14:20:00Z, between 1970 and 2100.';
  if (Date.parse(instant) > now + aheadMs) return 'The time lies in the future.';
  return null;
}

const longest = { unit: 40, environment: 60, segment: 120, version: 200, run: 200, externalId: 200 };

function wrongWords(given: Record<string, unknown>): string | null {
  if (typeof given.metric !== 'string' || given.metric === '') return 'Name the metric by its key.';
  for (const [name, most] of Object.entries(longest)) {
    const word = given[name];
    if (word == null) continue;
    if (typeof word !== 'string') return `"${name}" must be text.`;
    if (word.length > most) return `"${name}" takes at most ${most} characters.`;
  }
  const { context, beingEvaluated } = given;
  if (
    context != null &&
    context !== '' &&
    !(typeof context === 'string' && Object.hasOwn(evaluationContext, context))
  ) {
    return `"context" is one of ${Object.keys(evaluationContext).join(', ')}.`;
  }
  if (beingEvaluated != null && typeof beingEvaluated !== 'boolean') {
    return '"beingEvaluated" is true, false or left out.';
  }
  return null;
}
