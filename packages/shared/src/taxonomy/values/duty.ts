/** Reporting clocks: value -> our short label. */

export const clockState = {
  running: 'Running',
  reported: 'Reported',
  not_reportable: 'Not reportable',
} as const;
export type ClockState = keyof typeof clockState;
