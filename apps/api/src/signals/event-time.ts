const hour = 3_600_000;
/** Further ahead than this a claim is refused. */
const refusedAheadMs = 24 * hour;
/** Senders' clocks run ahead a little; more than this is worth a mark. */
const markedAheadMs = hour / 6;

export interface EventTime {
  /** Milliseconds since 1970; never later than the arrival. */
  at: number;
  /** The claim lay so far ahead that somebody's clock is wrong. */
  clamped: boolean;
}

/**
 * Places an event in time. What is claimed to lie ahead is held to the arrival, so that what comes next, without a
 * claim, is not taken for older. Old events stay old.
 * @param claimed milliseconds since 1970; null when nothing was claimed
 * @returns null when the claim lies over 24 hours ahead
 */
export function placeInTime(claimed: number | null, receivedAt: number): EventTime | null {
  if (claimed === null || claimed <= receivedAt) return { at: claimed ?? receivedAt, clamped: false };
  const ahead = claimed - receivedAt;
  return ahead > refusedAheadMs ? null : { at: receivedAt, clamped: ahead > markedAheadMs };
}
