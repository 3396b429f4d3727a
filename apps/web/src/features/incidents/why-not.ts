import type { Incident } from './incident-queries.js';

/** @returns why the person may not change the record, null when they may */
export function whyNotEdit({ may }: Incident): string | null {
  return may.edit ? null : 'Only who reported it, who owns it, and triagers may change this.';
}

/** @returns why the person may not comment, add or relate, null when they may */
export function whyNotTalk({ may }: Incident): string | null {
  return may.comment ? null : 'Viewers only read. An administrator can make you a reporter.';
}

/** @returns why the person may not decide about the incident, null when they may */
export function whyNotDecide({ may }: Incident): string | null {
  return may.triage
    ? null
    : 'Triagers and administrators decide about incidents. An administrator can make you one.';
}
