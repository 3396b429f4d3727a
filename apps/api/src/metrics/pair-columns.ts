/** Field of a pair -> its column, for edits. Its halves and objective never change: that is another pair. */
export const pairColumns = {
  name: 'name',
  axis: 'axis',
  environment: 'environment',
  segment: 'segment',
  context: 'context',
  runId: 'run_id',
  referenceFromOn: 'reference_from_on',
  referenceToOn: 'reference_to_on',
  falseAlarmsPerYear: 'false_alarms_per_year',
  auditEveryDays: 'audit_every_days',
  state: 'state',
  activatedAt: 'activated_at',
  archivedAt: 'archived_at',
} as const;
