import type { Incident } from '@plumbline/shared/contract/incident-record';
import type { Verdict } from '../divergence/findings.service.js';

/** What the state of an incident says of the alarms it took up; null while nobody has decided. */
export function verdictOf({
  triageState,
  declineReason,
}: Pick<Incident, 'triageState' | 'declineReason'>): Verdict | null {
  if (triageState === 'accepted') return { verdict: 'accepted', reason: null };
  return triageState === 'declined' ? { verdict: 'declined', reason: declineReason } : null;
}
