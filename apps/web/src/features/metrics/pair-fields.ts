import type { Pair } from './pairs-queries.js';

/** What a person settles about a pair; numbers and days as they were typed. */
export type PairFields = Pick<Pair, 'name' | 'axis' | 'runId' | 'environment' | 'segment' | 'context'> & {
  referenceFromOn: string;
  referenceToOn: string;
  falseAlarmsPerYear: string;
  auditEveryDays: string;
};

export const emptyPair: PairFields = {
  name: '',
  axis: 'time',
  runId: null,
  environment: '',
  segment: '',
  context: '',
  referenceFromOn: '',
  referenceToOn: '',
  falseAlarmsPerYear: '0.2',
  auditEveryDays: '7',
};

export function pairFieldsOf(pair: Pair): PairFields {
  return {
    name: pair.name,
    axis: pair.axis,
    runId: pair.runId,
    environment: pair.environment,
    segment: pair.segment,
    context: pair.context,
    referenceFromOn: pair.referenceFromOn ?? '',
    referenceToOn: pair.referenceToOn ?? '',
    falseAlarmsPerYear: String(pair.falseAlarmsPerYear),
    auditEveryDays: pair.auditEveryDays === null ? '' : String(pair.auditEveryDays),
  };
}

/** As the API takes it: what is empty is null. */
export function pairBodyOf(fields: PairFields) {
  return {
    ...fields,
    runId: fields.axis === 'time' ? null : fields.runId,
    referenceFromOn: fields.referenceFromOn || null,
    referenceToOn: fields.referenceToOn || null,
    falseAlarmsPerYear: Number(fields.falseAlarmsPerYear.replace(',', '.')),
    auditEveryDays: fields.auditEveryDays.trim() === '' ? null : Number(fields.auditEveryDays),
  };
}

/** Why the form cannot be sent yet. */
export function whyNoPair(fields: PairFields): string | null {
  const {
    falseAlarmsPerYear: rate,
    auditEveryDays: days,
    referenceFromOn,
    referenceToOn,
  } = pairBodyOf(fields);
  if (!(rate > 0 && rate <= 12)) return 'False alarms a year are a number above 0, at most 12.';
  if (days !== null && !(Number.isInteger(days) && days >= 1 && days <= 366)) {
    return 'Days between audits are a whole number from 1 to 366.';
  }
  if (referenceFromOn && referenceToOn && referenceFromOn > referenceToOn) {
    return 'The reference period begins after it ends.';
  }
  return null;
}
