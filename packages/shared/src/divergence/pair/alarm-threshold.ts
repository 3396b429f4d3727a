/**
 * Log evidence at which an alarm is raised: calibrated on the worst of the null families (docs/decisions, bench). Fewer
 * than 26 audits know the relation less well and need more. `perYear` is the number of audits in a year.
 */
export function alarmThreshold(falseAlarmsPerYear: number, perYear: number, auditsSeen: number): number {
  const calibrated = 5.5 - 0.932 * Math.log(falseAlarmsPerYear) + Math.log(perYear / 52);
  return auditsSeen < 26 ? calibrated + 0.6 : calibrated;
}

/**
 * The threshold that holds whatever the data are, as long as the model does: the evidence sum grows in expectation by at
 * most the weight of one candidate an audit (Shin, Ramdas & Rinaldo), so the time to a false alarm is at least h audits.
 */
export function guaranteedThreshold(falseAlarmsPerYear: number, perYear: number): number {
  return Math.log(perYear / falseAlarmsPerYear) + 2.8;
}
