import type { MitigationStatus } from '../taxonomy/values/mitigation.js';

/** From which status a mitigation may move to which. Verified or ineffective needs that it was active. */
export const mitigationMoves: Readonly<Record<MitigationStatus, readonly MitigationStatus[]>> = {
  proposed: ['planned', 'active', 'retired'],
  planned: ['proposed', 'active', 'retired'],
  active: ['planned', 'verified', 'ineffective', 'retired'],
  verified: ['active', 'ineffective', 'retired'],
  ineffective: ['active', 'verified', 'retired'],
  retired: ['proposed', 'active'],
};

/** @returns whether that move exists; staying is always possible */
export function mayBecome(from: MitigationStatus, to: MitigationStatus): boolean {
  return from === to || mitigationMoves[from].includes(to);
}
